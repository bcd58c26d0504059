package io.github.aspoperator.simulation.play;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where the course of a schedule is written down, if anybody wants to read it. */
@FunctionalInterface
public interface Trace {

  /** Nobody does. */
  Trace NONE = _ -> {};

  /** Notes one line. */
  void tell(Supplier<String> line);

  /** Every line to {@code reader}. */
  static Trace to(Consumer<String> reader) {
    return line -> reader.accept(line.get());
  }
}
