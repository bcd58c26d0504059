package io.github.aspoperator.local.work;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.local.store.DueJob;
import io.github.aspoperator.local.store.StoredJobs;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the jobs that are due, one at a time per agent; replays beside the rest, since they may take
 * long. A job that fails is run again.
 */
public final class JobLoop implements PresenceLane, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(JobLoop.class.getName());
  private static final int BATCH = 256;
  private static final long LONGEST_SLEEP_MILLIS = 1_000;
  private static final long FIRST_RETRY_MILLIS = 250;
  private static final long LAST_RETRY_MILLIS = 30_000;

  private final StoredJobs jobs;
  private final Clock clock;
  private final Retries retries;
  private final Lanes<Handle> presence;
  private final Replays replays;
  private final Bells bells;
  private final Consumer<Job> runner;
  private final Semaphore wake = new Semaphore(0);
  private @Nullable Thread thread;
  private volatile boolean closed;

  /**
   * A loop over {@code jobs}.
   *
   * @param runner does a job; throws when it is to be run again
   */
  public JobLoop(
      StoredJobs jobs,
      Clock clock,
      Executor executor,
      Retries retries,
      Bells bells,
      Consumer<Job> runner) {
    this.jobs = jobs;
    this.clock = clock;
    this.retries = retries;
    this.presence = new Lanes<>(executor);
    this.replays = new Replays(executor, retries, runner);
    this.bells = bells;
    this.runner = runner;
  }

  /** Begins to run what is due, also what was left by an earlier process. */
  public void start() {
    thread = Thread.ofPlatform().name("jobs").daemon().start(this::loop);
  }

  /** Something may be due earlier than was known. */
  public void wake() {
    wake.release();
  }

  @Override
  public void run(Handle agent, Runnable task) {
    presence.run(agent, () -> attempt(agent, task, FIRST_RETRY_MILLIS));
  }

  private void attempt(Handle agent, Runnable task, long retryMillis) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "work for " + agent + " failed, again soon", e);
      long again = Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
      retries.after(retryMillis, () -> presence.run(agent, () -> attempt(agent, task, again)));
    }
  }

  private void loop() {
    while (!closed) {
      try {
        List<DueJob> due = jobs.due(clock.now(), BATCH);
        due.forEach(this::dispatch);
        if (due.isEmpty()) {
          sleep();
        }
      } catch (RuntimeException e) {
        if (!closed) {
          LOG.log(System.Logger.Level.WARNING, "the jobs could not be read, again soon", e);
          pause(FIRST_RETRY_MILLIS);
        }
      }
    }
  }

  private void sleep() {
    long now = clock.now();
    pause(
        Math.clamp(
            jobs.nextDueAt().orElse(now + LONGEST_SLEEP_MILLIS) - now, 0, LONGEST_SLEEP_MILLIS));
  }

  private void pause(long millis) {
    try {
      if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  private void dispatch(DueJob due) {
    switch (due.job()) {
      case Job.Replay replay -> {
        jobs.done(due.id());
        replays.ask(replay);
      }
      case Job.Drain(var session) -> {
        bells.ring(Bell.of(session));
        jobs.done(due.id());
      }
      default ->
          run(
              lane(due.job()),
              () -> {
                runner.accept(due.job());
                jobs.done(due.id());
              });
    }
  }

  /** Whose work a job is. */
  private static Handle lane(Job job) {
    return switch (job) {
      case Job.Replay(var agent) -> agent;
      case Job.Attend(var agent, _, _) -> agent;
      case Job.AttendOne(var agent, _) -> agent;
      case Job.GraceOver(var agent, _) -> agent;
      case Job.Drop(var agent, _) -> agent;
      case Job.ForceLeave(_, var blocker, _) -> blocker;
      case Job.EnforceBlock(var blocker, _, _) -> blocker;
      case Job.Withdraw(_, var agent) -> agent;
      case Job.WithdrawAll(var agent, _) -> agent;
      case Job.Drain _ -> throw new IllegalArgumentException("a drain has no lane");
    };
  }

  @Override
  public void close() {
    closed = true;
    wake.release();
    Thread loop = thread;
    if (loop != null) {
      try {
        loop.join(TimeUnit.SECONDS.toMillis(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
