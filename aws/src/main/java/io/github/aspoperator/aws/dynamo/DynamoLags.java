package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.stored.HandoutsCodec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@link Lags}: one item for each agent and session. A finished one dies by its time to live; until
 * then it is passed over.
 */
public final class DynamoLags implements Lags {

  private static final String OPEN = "attribute_not_exists(e)";

  private final Dynamo dynamo;
  private final String table;
  private final long keepMillis;

  /**
   * Lags in the delivery table.
   *
   * @param keepMillis how long a finished one is still asked for
   */
  public DynamoLags(Dynamo dynamo, Tables tables, long keepMillis) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
    this.keepMillis = keepMillis;
  }

  @Override
  public Optional<Lag> create(Lag lag) {
    return dynamo
        .put(table, LagItem.of(lag), Conditions.NOTHING_THERE)
        .map(there -> LagItem.lag(lag.agent(), there));
  }

  @Override
  public boolean replace(Lag read, Lag next) {
    return dynamo.put(table, LagItem.of(next), Conditions.unmoved(read)).isEmpty();
  }

  @Override
  public List<Lag> open(Handle agent, Optional<SessionId> after, int limit) {
    return dynamo.all(table, Keys.lags(agent, after), OPEN, limit).stream()
        .map(item -> LagItem.lag(agent, item))
        .toList();
  }

  @Override
  public Optional<Lag> find(Handle agent, SessionId session) {
    return dynamo.get(table, Keys.lag(agent, session)).map(item -> LagItem.lag(agent, item));
  }

  @Override
  public boolean move(Lag moved) {
    Update update =
        new Update(
            "set d = :d, u = :u, k = :k",
            Map.of(
                ":d",
                Item.number(moved.mark().through()),
                ":u",
                Item.number(moved.mark().inRun()),
                ":k",
                AttributeValue.fromS(HandoutsCodec.encode(moved.handouts()))));
    Condition condition = Conditions.openGeneration(moved.generation());
    return dynamo
        .update(table, Keys.lag(moved.agent(), moved.session()), update, condition)
        .isEmpty();
  }

  @Override
  public boolean finish(Handle agent, SessionId session, Ulid generation, long now) {
    long expires = (now + keepMillis) / 1000 + 1;
    Update update =
        new Update(
            "set e = :e, x = :x", Map.of(":e", Item.number(now), ":x", Item.number(expires)));
    Condition condition = Conditions.generation(generation);
    return dynamo.update(table, Keys.lag(agent, session), update, condition).isEmpty();
  }
}
