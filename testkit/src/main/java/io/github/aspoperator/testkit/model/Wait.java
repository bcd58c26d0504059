package io.github.aspoperator.testkit.model;

import io.github.aspoperator.testkit.model.world.Differs;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that follows by itself. */
final class Wait {

  private static final long PATIENCE_NANOS = 20_000_000_000L;

  /** To ask may cost an operator a lot: whoever waits for long asks less and less often. */
  private static final long SHORTEST_NANOS = 200_000;

  private static final long LONGEST_NANOS = 12_800_000;

  private Wait() {}

  /** Returns when {@code condition} holds; fails with {@code otherwise} when it never does. */
  static void until(BooleanSupplier condition, Supplier<String> otherwise) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    long pause = SHORTEST_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Differs(otherwise.get());
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(LONGEST_NANOS, 2 * pause);
    }
  }
}
