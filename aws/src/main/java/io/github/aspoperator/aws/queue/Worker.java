package io.github.aspoperator.aws.queue;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import java.util.function.Consumer;

/** What to do with a message: run its job, or send it on when it came too early. */
public final class Worker {

  private final Clock clock;
  private final Jobs jobs;
  private final Consumer<Job> runner;

  /**
   * A worker.
   *
   * @param runner does a job; throws when it is to be run again
   */
  public Worker(Clock clock, Jobs jobs, Consumer<Job> runner) {
    this.clock = clock;
    this.jobs = jobs;
    this.runner = runner;
  }

  /**
   * Does what the text of a message of any queue but that of replays asks for.
   *
   * @throws io.github.aspoperator.stored.Unreadable when it asks for nothing
   */
  public void work(String body) {
    JobMessage message = JobMessage.of(body);
    if (message.dueAt() > clock.now()) {
      jobs.enqueueAt(message.job(), message.dueAt());
    } else if (message.job() instanceof Job.Replay) {
      // its time has come: to where an agent's replays wait for each other
      jobs.enqueue(message.job());
    } else {
      runner.accept(message.job());
    }
  }

  /** Does a replay, from the queue where an agent's replays come one after the other. */
  public void replay(String body) {
    runner.accept(JobMessage.of(body).job());
  }
}
