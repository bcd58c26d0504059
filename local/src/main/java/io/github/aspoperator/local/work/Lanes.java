package io.github.aspoperator.local.work;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/**
 * Runs tasks of the same key one after the other, in order, and tasks of different keys side by
 * side.
 *
 * @param <K> what a lane is for
 */
final class Lanes<K> {

  private final Executor executor;
  private final ConcurrentMap<K, Queue<Runnable>> waiting = new ConcurrentHashMap<>();

  Lanes(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs {@code task} after everything that was given for {@code key} before. It must not throw.
   */
  void run(K key, Runnable task) {
    boolean[] first = new boolean[1];
    waiting.compute(
        key,
        (_, queue) -> {
          first[0] = queue == null;
          Queue<Runnable> lane = queue == null ? new ArrayDeque<>() : queue;
          lane.add(task);
          return lane;
        });
    if (first[0]) {
      executor.execute(() -> drive(key));
    }
  }

  private void drive(K key) {
    Runnable[] next = new Runnable[1];
    while (true) {
      waiting.computeIfPresent(
          key,
          (_, queue) -> {
            next[0] = queue.peek();
            return queue;
          });
      next[0].run();
      boolean more =
          waiting.computeIfPresent(
                  key,
                  (_, queue) -> {
                    queue.remove();
                    return queue.isEmpty() ? null : queue;
                  })
              != null;
      if (!more) {
        return;
      }
    }
  }
}
