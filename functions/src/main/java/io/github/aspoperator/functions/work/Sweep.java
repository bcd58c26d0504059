package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.refusal.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Drops every recorded connection that the gateway does not know any more: a handshake that was
 * refused half way, or an end of which nobody was told. And closes once more what the operator has
 * closed: one whose handshake was not answered yet could not be.
 */
public final class Sweep extends Function {

  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private static final byte[] NOTHING = "null".getBytes(StandardCharsets.US_ASCII);
  private static final int PAGE = 50;
  private static final long TURN_MILLIS = 1_000;

  private final Aws aws;

  /** As Lambda makes it. */
  public Sweep() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public Sweep(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public Sweep(Aws aws) {
    this.aws = aws;
  }

  @Override
  public byte[] answer(byte[] event, String requestId) {
    long now = aws.ports().clock().now();
    long before = now - DeliveryLimits.DEFAULT.youngMillis();
    int shards = ConnectionOwners.shards();
    // each begins elsewhere, so that one that runs out of time does not always leave the same ones
    long first = now / TURN_MILLIS;
    for (int i = 0; i < shards; i++) {
      sweep((int) ((first + i) % shards), before);
    }
    return NOTHING;
  }

  @Override
  protected void reach() {
    aws.connectionOwners().page(0, Map.of(), 1);
  }

  /** It comes once in a while and nobody waits for it. */
  @Override
  protected void rehearse() {}

  private void sweep(int shard, long before) {
    Map<String, AttributeValue> from = Map.of();
    do {
      ConnectionOwners.Page page = aws.connectionOwners().page(shard, from, PAGE);
      aws.tasks()
          .together(
              page.owned().stream()
                  .<Supplier<Boolean>>map(owned -> () -> check(owned, before))
                  .toList());
      from = page.next();
    } while (!from.isEmpty());
  }

  /** Whether it was swept; one that cannot be checked now is checked by the next sweep. */
  private boolean check(Owned owned, long before) {
    if (owned.openedAt() >= before) {
      return false;
    }
    if (aws.pusher().isOpen(owned.connection())) {
      if (owned.closing()) {
        aws.pusher().close(owned.connection(), Pusher.CloseReason.CREDENTIALS_REVOKED);
      }
      return false;
    }
    try {
      drop(owned);
      return true;
    } catch (Unavailable e) {
      LOG.log(System.Logger.Level.WARNING, "a connection could not be swept", e);
      return false;
    }
  }

  private void drop(Owned gone) {
    LOG.log(System.Logger.Level.INFO, "swept a connection of {0}", gone.agent());
    aws.ports().jobs().enqueue(new Job.Drop(gone.agent(), gone.connection()));
    aws.connectionOwners().remove(gone.connection());
  }
}
