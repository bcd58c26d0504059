package io.github.aspoperator.smallworld;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Something that can happen next.
 *
 * @param name for the trace
 * @param due whether it happens sooner or later; what may as well never happen is not due
 * @param act makes it happen
 */
record Move(Supplier<String> name, boolean due, Consumer<World> act) {

  /** What the operator, or time, is bound to do. */
  static Move due(Supplier<String> name, Consumer<World> act) {
    return new Move(name, true, act);
  }

  /** What somebody outside, or bad luck, may do. */
  static Move may(Supplier<String> name, Consumer<World> act) {
    return new Move(name, false, act);
  }
}
