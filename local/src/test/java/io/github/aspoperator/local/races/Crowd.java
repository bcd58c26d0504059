package io.github.aspoperator.local.races;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does things at the same time. */
final class Crowd {

  private final long end;
  private final List<Callable<Void>> tasks = new ArrayList<>();

  private Crowd(long millis) {
    this.end = System.nanoTime() + millis * 1_000_000;
  }

  /** One that has {@code millis} from now on. */
  static Crowd with(long millis) {
    return new Crowd(millis);
  }

  /** One in which each does what it has to once. */
  static Crowd once() {
    return new Crowd(0);
  }

  /** What is done over and over. */
  interface Deed {
    void again(int time) throws Exception;
  }

  /** One of it does {@code deed} until the time is over, at least once. */
  Crowd over(Deed deed) {
    return each(() -> {
      int time = 0;
      do {
        deed.again(time++);
      } while (System.nanoTime() < end);
    });
  }

  /** What is done once. */
  interface Task {
    void run() throws Exception;
  }

  /** One of it does {@code task}. */
  Crowd each(Task task) {
    tasks.add(() -> {
      task.run();
      return null;
    });
    return this;
  }

  /** Lets all of them begin, and waits for the last; throws what the first of them threw. */
  void go() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> results = tasks.stream().map(threads::submit).toList();
      for (Future<Void> result : results) {
        result.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("somebody in the crowd failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
