package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whose each connection is: the gateway names only the connection when one is gone, and the sweep
 * has to go through them all. Written before the presence item, so that every recorded connection
 * is found here.
 */
public final class ConnectionOwners {

  /** No connection lives longer than two hours, says the gateway; a sweep or two come after. */
  private static final long KEPT_MILLIS = 3 * 3_600_000L;

  private static final String AGENT = "a";
  private static final String OPENED = "t";
  private static final String CLOSING = "c";

  private final Dynamo dynamo;
  private final String table;

  /** Kept in the delivery table. */
  public ConnectionOwners(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
  }

  /**
   * One connection.
   *
   * @param connection which
   * @param agent whose
   * @param openedAt epoch milliseconds
   * @param closing whether the operator has closed it, so that its end is nobody's wish
   */
  public record Owned(ConnectionId connection, Handle agent, long openedAt, boolean closing) {}

  /** Notes whose {@code connection} is. */
  public void put(Owned owned) {
    dynamo.put(
        table,
        Item.at(Keys.connection(owned.connection()))
            .text(AGENT, owned.agent().text())
            .number(OPENED, owned.openedAt())
            .number(Keys.EXPIRES, (owned.openedAt() + KEPT_MILLIS) / 1000));
  }

  /** Whose it is, if that is known. */
  public Optional<Owned> find(ConnectionId connection) {
    return dynamo.get(table, Keys.connection(connection)).map(ConnectionOwners::owned);
  }

  /** Notes that the operator is about to close {@code connection}, if it is known. */
  public void closing(ConnectionId connection) {
    Update update = new Update("set c = :c", Map.of(":c", AttributeValue.fromBool(true)));
    dynamo.update(table, Keys.connection(connection), update, Conditions.SOMETHING_THERE);
  }

  /** Forgets a connection that is gone. */
  public void remove(ConnectionId connection) {
    dynamo.delete(table, Keys.connection(connection));
  }

  /** How many parts the connections are in. */
  public static int shards() {
    return Keys.CONNECTION_SHARDS;
  }

  /**
   * A page of one part.
   *
   * @param owned some connections
   * @param next where to go on, empty at the end
   */
  public record Page(List<Owned> owned, Map<String, AttributeValue> next) {}

  /** Connections of part {@code shard} from {@code from} on, empty for the beginning. */
  public Page page(int shard, Map<String, AttributeValue> from, int limit) {
    Dynamo.Page page = dynamo.query(table, Keys.connections(shard), "", limit, from);
    return new Page(page.items().stream().map(ConnectionOwners::owned).toList(), page.next());
  }

  private static Owned owned(Item item) {
    return new Owned(
        Keys.ofConnection(item),
        Handle.of(item.text(AGENT)),
        item.number(OPENED),
        item.has(CLOSING));
  }
}
