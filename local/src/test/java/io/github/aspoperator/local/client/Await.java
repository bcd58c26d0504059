package io.github.aspoperator.local.client;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what comes soon, but not at once. */
public final class Await {

  private static final long PATIENCE_NANOS = 15_000_000_000L;
  private static final long PAUSE_NANOS = 5_000_000;

  private Await() {}

  /** Asks until the answer is {@code wanted}; fails with the last answer after 15 seconds. */
  public static <T> void equal(T wanted, Supplier<T> question) {
    until(last -> "wanted " + wanted + ", still is " + last, wanted::equals, question);
  }

  /**
   * Asks until the answer is {@code enough}; fails, saying so of the last one, after 15 seconds.
   */
  public static <T> void until(
      Function<T, String> otherwise, Predicate<T> enough, Supplier<T> question) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    T last = question.get();
    while (!enough.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise.apply(last));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
      last = question.get();
    }
  }
}
