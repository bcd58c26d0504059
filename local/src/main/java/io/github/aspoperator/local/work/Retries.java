package io.github.aspoperator.local.work;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs something a little later, and things that recur; one platform thread keeps the time, the
 * work runs elsewhere.
 */
public final class Retries implements AutoCloseable {

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("timer").daemon().factory());
  private final Executor executor;

  /** Work runs on {@code executor}. */
  public Retries(Executor executor) {
    this.executor = executor;
  }

  /** Runs {@code task} once, after {@code millis}. */
  public void after(long millis, Runnable task) {
    if (!timer.isShutdown()) {
      var _ = timer.schedule(() -> executor.execute(task), millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Runs {@code task} every {@code millis}, from then on. It must not throw. */
  public void every(long millis, Runnable task) {
    var _ =
        timer.scheduleWithFixedDelay(
            () -> executor.execute(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
