package io.github.aspoperator.testkit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Callers that set out at the same moment. */
final class Racing {

  /** More than there are cores, fewer than a home could mistake for an attack. */
  static final int CALLERS = 24;

  private Racing() {}

  /** What {@link #CALLERS} calls answered, numbered from 0. */
  static <T> List<T> all(IntFunction<T> call) {
    return all(CALLERS, call);
  }

  /** What {@code callers} calls answered, numbered from 0. */
  static <T> List<T> all(int callers, IntFunction<T> call) {
    CountDownLatch ready = new CountDownLatch(callers);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers =
          IntStream.range(0, callers)
              .mapToObj(caller ->
                  (Callable<T>)
                      () -> {
                        ready.countDown();
                        ready.await();
                        return call.apply(caller);
                      })
              .map(threads::submit)
              .toList();
      return answers.stream().map(Racing::answer).toList();
    }
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a caller failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("the test was stopped", e);
    }
  }
}
