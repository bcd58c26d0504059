package io.github.aspoperator.simulation.engine;

import io.github.aspoperator.aws.process.Tasks;
import java.util.List;
import java.util.function.Supplier;

/** {@link Tasks} of a process under the scheduler: each task is a fiber, each pause a leap. */
public final class FiberTasks implements Tasks {

  private final Scheduler scheduler;
  private final Draw draw;

  /** Pauses are drawn from {@code draw}. */
  public FiberTasks(Scheduler scheduler, Draw draw) {
    this.scheduler = scheduler;
    this.draw = draw;
  }

  @Override
  public <T> List<T> together(List<Supplier<T>> tasks) {
    if (tasks.size() <= 1 || scheduler.current() == null) {
      return tasks.stream().map(Supplier::get).toList();
    }
    return scheduler.together(tasks);
  }

  @Override
  public void pause(long millis) {
    if (scheduler.current() != null) {
      scheduler.pause(millis, "after a pause");
    }
  }

  @Override
  public void pauseAbout(long millis) {
    pause(millis / 2 + draw.below((int) Math.max(1, millis / 2)));
  }
}
