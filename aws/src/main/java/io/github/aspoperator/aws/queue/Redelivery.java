package io.github.aspoperator.aws.queue;

import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Brings back a message that failed sooner than its queue would: that hides it for as long as a
 * function that died may have run, and a failure that was reported needs no such care.
 */
public final class Redelivery {

  private static final System.Logger LOG = System.getLogger(Redelivery.class.getName());

  /**
   * Seconds after the first failure, the second and so on; the last one for all others. None is
   * above the shortest time for which a queue hides a message.
   */
  private static final List<Integer> PAUSES = List.of(1, 6, 36, 90);

  private final Supplier<SqsClient> client;
  private final Queues queues;

  /** Messages of {@code queues}, through {@code client}. */
  public Redelivery(Supplier<SqsClient> client, Queues queues) {
    this.client = client;
    this.queues = queues;
  }

  /**
   * Has a message come again soon. Where that cannot be said it comes when its queue lets it.
   *
   * @param queueArn the queue it came from
   * @param receipt of this delivery
   * @param receives how often it was delivered, this time included
   */
  public void of(String queueArn, String receipt, int receives) {
    int pause = pauseSeconds(receives, receipt);
    try {
      client
          .get()
          .changeMessageVisibility(r ->
              r.queueUrl(queues.urlOf(queueArn)).receiptHandle(receipt).visibilityTimeout(pause));
    } catch (SdkException e) {
      LOG.log(System.Logger.Level.WARNING, "a message that failed comes again late", e);
    }
  }

  /**
   * In the upper half of what this failure may wait, as the receipt has it, so that what failed
   * together does not come back together.
   */
  static int pauseSeconds(int receives, String receipt) {
    int longest = PAUSES.get(Math.clamp(receives - 1L, 0, PAUSES.size() - 1));
    int shortest = (longest + 1) / 2;
    return shortest + Math.floorMod(receipt.hashCode(), longest - shortest + 1);
  }
}
