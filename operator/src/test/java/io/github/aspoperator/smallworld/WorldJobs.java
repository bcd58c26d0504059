package io.github.aspoperator.smallworld;

import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The queues of a world, for those jobs that matter in its setting. */
final class WorldJobs implements Jobs {

  private final Stage stage;

  WorldJobs(Stage stage) {
    this.stage = stage;
  }

  @Override
  public void enqueue(Job job) {
    if (stage.setting().runs(job) && !stage.setting().breaks(Breach.JOB_LOST)) {
      add(stage.sends(), job);
      stage.note("sends " + Told.job(job));
    }
  }

  @Override
  public void enqueueAt(Job job, long dueAt) {
    if (stage.setting().runs(job)) {
      World world = stage.sends();
      if (stage.setting().breaks(Breach.TIMER_TOO_EARLY)) {
        add(world, job);
        return;
      }
      List<Timer> timers = new ArrayList<>(world.timers());
      Timer timer = new Timer(job, stage.slot());
      if (!timers.contains(timer)) {
        timers.add(timer);
      }
      timers.sort(Comparator.comparing(Timer::toString));
      world.timers(List.copyOf(timers));
      stage.note("sets a timer: " + Told.job(job));
    }
  }

  /** May be begun from now on. Of the same job, two that wait do what more would do. */
  static void add(World world, Job job) {
    if (job instanceof Job.Replay) {
      world.replays(world.replays() + 1);
      return;
    }
    List<Job> jobs = new ArrayList<>(world.jobs());
    if (jobs.stream().filter(job::equals).count() < 2) {
      jobs.add(job);
    }
    jobs.sort(Comparator.comparing(Job::toString));
    world.jobs(List.copyOf(jobs));
  }

  static void take(World world, Job job) {
    List<Job> jobs = new ArrayList<>(world.jobs());
    jobs.remove(job);
    world.jobs(List.copyOf(jobs));
  }

  /** Who was at work in {@code slot} has ended: its timers run. */
  static void senderEnded(World world, int slot) {
    if (world.timers().isEmpty()) {
      return;
    }
    List<Timer> rest = new ArrayList<>();
    for (Timer timer : world.timers()) {
      if (timer.slot() == slot) {
        add(world, timer.job());
      } else {
        rest.add(timer);
      }
    }
    world.timers(List.copyOf(rest));
  }
}
