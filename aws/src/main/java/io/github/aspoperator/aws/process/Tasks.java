package io.github.aspoperator.aws.process;

import java.util.List;
import java.util.function.Supplier;

/** Port: how a process does several things at once, and how it waits. */
public interface Tasks {

  /**
   * Does all of {@code tasks}, at the same time if it can, and waits for them.
   *
   * @return what they answered, in their order
   * @throws RuntimeException what one of them threw; the others may then go on for a while
   */
  <T> List<T> together(List<Supplier<T>> tasks);

  /** Waits, in milliseconds. */
  void pause(long millis);

  /** Waits between the half and the whole of {@code millis}, so that not all come back at once. */
  void pauseAbout(long millis);
}
