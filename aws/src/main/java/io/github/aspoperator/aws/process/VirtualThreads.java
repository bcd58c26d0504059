package io.github.aspoperator.aws.process;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** {@link Tasks} on virtual threads; the first task runs on the thread that asks. */
public final class VirtualThreads implements Tasks {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @Override
  public <T> List<T> together(List<Supplier<T>> tasks) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    List<Future<T>> others =
        tasks.subList(1, tasks.size()).stream().map(task -> threads.submit(task::get)).toList();
    List<T> answers = new ArrayList<>(tasks.size());
    // most often there is only one: that needs no thread
    answers.add(tasks.getFirst().get());
    others.forEach(other -> answers.add(answer(other)));
    return answers;
  }

  private static <T> T answer(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while waiting for a task", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException("a task failed", e);
    }
  }

  @Override
  public void pause(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  @Override
  public void pauseAbout(long millis) {
    pause(millis <= 1 ? millis : ThreadLocalRandom.current().nextLong(millis / 2, millis));
  }
}
