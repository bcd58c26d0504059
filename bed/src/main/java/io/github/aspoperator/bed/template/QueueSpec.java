package io.github.aspoperator.bed.template;

import java.util.Optional;

/**
 * A queue.
 *
 * @param id its logical id
 * @param name what it is called
 * @param fifo whether order is kept in each message group
 * @param contentDeduplication whether equal bodies are one message, in a FIFO queue
 * @param visibilitySeconds how long a message that was received is hidden
 * @param delaySeconds how long a message is hidden at first
 * @param redrive where a message goes that is received too often
 */
public record QueueSpec(
    String id,
    String name,
    boolean fifo,
    boolean contentDeduplication,
    int visibilitySeconds,
    int delaySeconds,
    Optional<Redrive> redrive) {

  /**
   * The way to the dead letters.
   *
   * @param deadLetterArn the queue they go to
   * @param maxReceives how often a message may be received
   */
  public record Redrive(String deadLetterArn, int maxReceives) {}
}
