package io.github.aspoperator.aws.queue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.stored.JobCodec;
import io.github.aspoperator.stored.Unreadable;
import java.util.Base64;

/**
 * A job as the body of a message: its kind for whoever looks into a dead letter queue, when it is
 * due, and the stored record.
 *
 * @param job what to do
 * @param dueAt not before, epoch milliseconds; 0 is at once
 */
public record JobMessage(Job job, long dueAt) {

  private static final String SPACE = " ";

  /** The text of the message. */
  public String body() {
    String record = Base64.getEncoder().encodeToString(JobCodec.encode(job));
    return String.join(SPACE, job.getClass().getSimpleName(), Long.toString(dueAt), record);
  }

  /**
   * The job that {@link #body} made {@code text} of.
   *
   * @throws Unreadable when it is none
   */
  public static JobMessage of(String text) {
    String[] parts = text.split(SPACE, -1);
    if (parts.length != 3) {
      throw new Unreadable("message", "it has " + parts.length + " parts");
    }
    try {
      Job job = JobCodec.decode(Base64.getDecoder().decode(parts[2]));
      return new JobMessage(job, Long.parseLong(parts[1]));
    } catch (IllegalArgumentException e) {
      throw new Unreadable("message", "what it says cannot be", e);
    }
  }

  /** The agent whose replays come one after the other. */
  static String group(Job.Replay replay) {
    Handle agent = replay.agent();
    // a group is at most 128 of a set of characters that has all of a handle's but the at sign
    return agent.owner().name() + "." + agent.name();
  }
}
