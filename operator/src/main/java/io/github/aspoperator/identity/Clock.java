package io.github.aspoperator.identity;

/** The time; tests and the simulator move it by hand. */
@FunctionalInterface
public interface Clock {

  /** Epoch milliseconds. */
  long now();
}
