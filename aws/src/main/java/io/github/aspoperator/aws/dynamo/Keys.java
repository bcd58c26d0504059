package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.stored.KeyDigest;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every key of every table: the one home of their spelling. docs/table.md has an example of each.
 */
final class Keys {

  /** Partition key of the log table. */
  static final String SESSION = "s";

  /** Sort key of the log table: the commit's key. */
  static final String COMMIT = "k";

  /** Partition key of the other two tables. */
  static final String OF = "p";

  /** Sort key of the other two tables. */
  static final String WHAT = "q";

  /** In both other tables: the second from which on an item is dead, for DynamoDB to delete. */
  static final String EXPIRES = "x";

  /** How many partitions the connections are spread over, so that the sweep can go through them. */
  static final int CONNECTION_SHARDS = 16;

  private static final String HEAD = "head";
  private static final String ENTRY = "i#";
  private static final String LAG = "l#";
  private static final String AGENT = "a#";

  private Keys() {}

  // the log table

  static Key commit(SessionId session, long key) {
    return new Key(
        Map.of(SESSION, AttributeValue.fromS(session.ulid().text()), COMMIT, Item.number(key)));
  }

  // the delivery table

  static Key head(SessionId session) {
    return key("s#" + session.ulid().text(), HEAD);
  }

  static boolean isHead(Item item) {
    return item.text(WHAT).equals(HEAD);
  }

  static Key roster(SessionId session) {
    return key("s#" + session.ulid().text(), "roster");
  }

  static Key usedKey(SessionId session, Handle sender, String key) {
    return key("s#" + session.ulid().text(), "k#" + digest(sender, key));
  }

  static Key claim(Handle creator, String key) {
    return key(agent(creator), "c#" + digest(creator, key));
  }

  static Key presence(Handle agent) {
    return key(agent(agent), "presence");
  }

  static Key lag(Handle agent, SessionId session) {
    return key(agent(agent), LAG + session.ulid().text());
  }

  /** Lag items of {@code agent} in sessions after {@code after}. */
  static Range lags(Handle agent, Optional<SessionId> after) {
    return Range.after(agent(agent), LAG, after.map(session -> session.ulid().text()));
  }

  static SessionId ofLag(Item item) {
    return session(item, LAG);
  }

  static Key entry(Handle agent, SessionId session) {
    return key(agent(agent), ENTRY + session.ulid().text());
  }

  /** Index entries of {@code agent} for sessions before {@code before}, newest first. */
  static Range entries(Handle agent, Optional<SessionId> before) {
    return Range.before(agent(agent), ENTRY, before.map(session -> session.ulid().text()));
  }

  static SessionId ofEntry(Item item) {
    return session(item, ENTRY);
  }

  static Key connection(ConnectionId connection) {
    int shard = Math.floorMod(connection.text().hashCode(), CONNECTION_SHARDS);
    return key("live#" + shard, connection.text());
  }

  static Range connections(int shard) {
    return Range.all("live#" + shard);
  }

  static ConnectionId ofConnection(Item item) {
    return new ConnectionId(item.text(WHAT));
  }

  // the agents table

  static Key agentItem(Handle agent) {
    return key(agent(agent), "agent");
  }

  static Handle ofAgent(Item item) {
    return Handle.of(item.text(OF).substring(AGENT.length()));
  }

  /** The item that only holds a member's text. */
  static Key text(Handle agent, TrustList list, String text) {
    return key(agent(agent), prefix(list) + text);
  }

  static Range texts(Handle agent, TrustList list) {
    return Range.after(agent(agent), prefix(list), Optional.empty());
  }

  static String ofText(Item item, TrustList list) {
    return item.text(WHAT).substring(prefix(list).length());
  }

  private static String prefix(TrustList list) {
    return switch (list) {
      case ALLOWLIST -> "w#";
      case BLOCKS -> "b#";
    };
  }

  /** The directory of all handles, in their order: a dot would come behind a hyphen. */
  static Key listed(Handle agent) {
    return key("agents", directory(agent));
  }

  /** The directory behind {@code after}, of one owner when given. */
  static Range directory(Optional<Owner> owner, Optional<Handle> after) {
    String prefix = owner.map(o -> o.name() + "!").orElse("");
    Optional<String> rest =
        after.map(handle -> owner.isPresent() ? handle.name() : directory(handle));
    return Range.after("agents", prefix, rest);
  }

  static Handle ofListed(Item item) {
    return Handle.of("@" + item.text(WHAT).replace('!', '.'));
  }

  private static String directory(Handle agent) {
    return agent.owner().name() + "!" + agent.name();
  }

  static Key token(TokenHash token) {
    return key("t#" + token.hex(), "token");
  }

  static Key tokenOf(Principal principal) {
    return key(principal(principal), "token");
  }

  private static String principal(Principal principal) {
    return switch (principal) {
      case Principal.OfAgent(var handle) -> agent(handle);
      case Principal.OfOwner(var owner) -> "o#" + owner.name();
      case Principal.OfOperator _ -> "operator";
    };
  }

  static Key owner(Owner owner) {
    return key("o#" + owner.name(), "owner");
  }

  static Key ticket(TokenHash ticket) {
    return key("t#" + ticket.hex(), "ticket");
  }

  private static String agent(Handle agent) {
    return AGENT + agent.text();
  }

  private static String digest(Handle of, String key) {
    return KeyDigest.of(of, key).hex();
  }

  private static SessionId session(Item item, String prefix) {
    return new SessionId(Ulid.parse(item.text(WHAT), prefix.length()).orElseThrow());
  }

  private static Key key(String of, String what) {
    return new Key(Map.of(OF, AttributeValue.fromS(of), WHAT, AttributeValue.fromS(what)));
  }
}
