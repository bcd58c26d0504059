package io.github.aspoperator.functions.work;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.job.Job;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Drops every recorded connection that the gateway does not know any more: a handshake that was
 * refused half way, or an end of which nobody was told.
 */
public final class Sweep implements RequestHandler<ScheduledEvent, @Nullable Void> {

  private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
  private static final int PAGE = 200;

  private final Aws aws;

  /** As Lambda makes it. */
  public Sweep() {
    this(System.getenv());
  }

  /** With these variables. */
  public Sweep(Map<String, String> environment) {
    this.aws = new Aws(new Settings(environment));
  }

  @Override
  public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
    long before = aws.ports().clock().now() - DeliveryLimits.DEFAULT.youngMillis();
    for (int shard = 0; shard < ConnectionOwners.shards(); shard++) {
      sweep(shard, before);
    }
    return null;
  }

  private void sweep(int shard, long before) {
    Map<String, AttributeValue> from = Map.of();
    do {
      ConnectionOwners.Page page = aws.connectionOwners().page(shard, from, PAGE);
      for (Owned owned : page.owned()) {
        if (owned.openedAt() < before && !aws.pusher().isOpen(owned.connection())) {
          drop(owned);
        }
      }
      from = page.next();
    } while (!from.isEmpty());
  }

  private void drop(Owned gone) {
    LOG.log(System.Logger.Level.INFO, "swept a connection of {0}", gone.agent());
    aws.ports().jobs().enqueue(new Job.Drop(gone.agent(), gone.connection()));
    aws.connectionOwners().remove(gone.connection());
  }
}
