package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Keyed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which commit of a session answered for an idempotency key: an item for each, for two days. */
final class UsedKeys {

  /** Twice what protocol section 3 asks for. */
  static final long KEPT_MILLIS = Duration.ofDays(2).toMillis();

  private static final String COMMIT = "k";

  private final Dynamo dynamo;
  private final String table;

  UsedKeys(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
  }

  /** The key of the commit that answered, if it is remembered. */
  Optional<Long> find(SessionId session, Handle sender, String key) {
    return dynamo.get(table, Keys.usedKey(session, sender, key)).map(item -> item.number(COMMIT));
  }

  /** Remembers keyed commits. */
  void remember(List<Commit> commits) {
    List<Item> items = commits.stream().map(UsedKeys::item).toList();
    if (items.size() == 1) {
      dynamo.put(table, items.getFirst());
    } else {
      dynamo.putAll(table, items);
    }
  }

  private static Item item(Commit commit) {
    Keyed keyed = commit.keyed().orElseThrow();
    return Item.at(Keys.usedKey(commit.session(), keyed.sender(), keyed.key()))
        .number(COMMIT, commit.key())
        .number(Keys.EXPIRES, (commit.at() + KEPT_MILLIS) / 1000);
  }
}
