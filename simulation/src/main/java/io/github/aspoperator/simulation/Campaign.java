package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.play.Course;
import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Size;
import io.github.aspoperator.simulation.play.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many schedules, one after the other on each of some threads.
 *
 * @param from the first seed
 * @param seeds how many at most
 * @param size of each schedule
 * @param acts of each schedule
 * @param threads worlds that run at once
 * @param enough bad schedules after which no more are begun
 */
public record Campaign(long from, long seeds, Size size, int acts, int threads, int enough) {

  /** Runs as many as {@code goesOn} lets it; into {@code tally}. */
  void run(Tally tally, BooleanSupplier goesOn) throws InterruptedException {
    AtomicLong next = new AtomicLong(from);
    Course course = onOwnThread(Course::new);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    List<Thread> runners = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      // beside the fibers, so that handing over to one is no switch of the processor's
      runners.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  work(course, next, tally, goesOn);
                } catch (Throwable e) {
                  failure.compareAndSet(null, e);
                }
              }));
    }
    for (Thread runner : runners) {
      runner.join();
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IllegalStateException("the simulation itself failed", failed);
    }
  }

  private void work(Course course, AtomicLong next, Tally tally, BooleanSupplier goesOn) {
    long seed = next.getAndIncrement();
    while (seed < from + seeds && goesOn.getAsBoolean() && tally.bad().size() < enough) {
      tally.add(Verdict.of(course, Schedule.of(seed, size, acts), Trace.NONE));
      seed = next.getAndIncrement();
    }
  }

  /** The first of {@code seeds} usual schedules from {@code from} on that is bad, if any is. */
  public static OptionalLong firstBad(long from, long seeds, int acts) throws InterruptedException {
    Tally tally = new Tally();
    int threads = Runtime.getRuntime().availableProcessors();
    new Campaign(from, seeds, Size.USUAL, acts, threads, 1).run(tally, () -> true);
    return tally.bad().stream().mapToLong(bad -> bad.schedule().seed()).min();
  }

  /** Runs one, on a thread of its own. */
  static Verdict one(Schedule schedule, Trace trace) throws InterruptedException {
    return onOwnThread(() -> Verdict.of(new Course(), schedule, trace));
  }

  private static <T> T onOwnThread(Supplier<T> work) throws InterruptedException {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread.ofVirtual().start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the simulation itself failed", e.getCause());
    }
  }
}
