package io.github.aspoperator.aws.queue;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.refusal.Unavailable;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * {@link Jobs}: a message for each. A message can wait for 15 minutes at most; what is due later
 * comes too early and is {@linkplain #enqueueAt sent again}.
 */
public final class SqsJobs implements Jobs {

  /** What SQS allows. */
  private static final long LONGEST_DELAY_SECONDS = 900;

  private final Supplier<SqsClient> client;
  private final Queues queues;
  private final Clock clock;

  /** Messages through {@code client}, made when the first is sent. */
  public SqsJobs(Supplier<SqsClient> client, Queues queues, Clock clock) {
    this.client = client;
    this.queues = queues;
    this.clock = clock;
  }

  @Override
  public void enqueue(Job job) {
    send(job, 0);
  }

  @Override
  public void enqueueAt(Job job, long dueAt) {
    send(job, dueAt);
  }

  private void send(Job job, long dueAt) {
    long delay = delaySeconds(dueAt);
    String body = new JobMessage(job, delay == 0 ? 0 : dueAt).body();
    try {
      // a queue with groups knows no delay of one message: a replay for later waits elsewhere
      if (job instanceof Job.Replay replay && delay == 0) {
        client
            .get()
            .sendMessage(r ->
                r.queueUrl(queues.replay())
                    .messageBody(body)
                    .messageGroupId(JobMessage.group(replay))
                    .messageDeduplicationId(UUID.randomUUID().toString()));
      } else {
        client
            .get()
            .sendMessage(r -> r.queueUrl(queue(job)).messageBody(body).delaySeconds((int) delay));
      }
    } catch (SdkException e) {
      throw new Unavailable("SQS", e);
    }
  }

  /** Whole seconds, rounded up: a job must not run before its time. */
  private long delaySeconds(long dueAt) {
    long millis = Math.max(0, dueAt - clock.now());
    return Math.min(LONGEST_DELAY_SECONDS, (millis + 999) / 1000);
  }

  private String queue(Job job) {
    return switch (job) {
      case Job.Drain _ -> queues.bell();
      case Job.GraceOver _ -> queues.grace();
      case Job.Attend attend -> attend.onlyFor().isPresent() ? queues.grace() : queues.work();
      case Job.Replay _,
          Job.AttendOne _,
          Job.ForceLeave _,
          Job.EnforceBlock _,
          Job.Withdraw _,
          Job.WithdrawAll _,
          Job.Drop _ ->
          queues.work();
    };
  }
}
