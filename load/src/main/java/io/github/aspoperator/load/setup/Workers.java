package io.github.aspoperator.load.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Does many blocking calls, a few at a time, on threads of its own. */
public final class Workers {
  private static final int AT_ONCE = 8;

  private Workers() {}

  /** One of many calls. */
  public interface Work<T> {
    T of(int number) throws CannotRun;
  }

  /** The results of work 0 to count - 1, in that order, or the first failure. */
  public static <T> CompletableFuture<List<T>> all(int count, Work<T> work) {
    CompletableFuture<List<T>> result = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> collect(count, work, result));
    return result;
  }

  private static <T> void collect(int count, Work<T> work, CompletableFuture<List<T>> result) {
    try (ExecutorService pool =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      List<Future<T>> futures =
          IntStream.range(0, count).mapToObj(i -> pool.submit(() -> work.of(i))).toList();
      List<T> list = new ArrayList<>();
      try {
        for (Future<T> future : futures) {
          list.add(future.get());
        }
        result.complete(list);
      } catch (ExecutionException e) {
        result.completeExceptionally(e.getCause());
        pool.shutdownNow();
      } catch (InterruptedException e) {
        result.completeExceptionally(e);
        Thread.currentThread().interrupt();
      }
    }
  }
}
