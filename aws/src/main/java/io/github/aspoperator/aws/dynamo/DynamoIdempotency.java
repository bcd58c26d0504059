package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.Keyed;
import java.util.List;
import java.util.Optional;

/** {@link Idempotency}: an item for each key, dead after two days. */
public final class DynamoIdempotency implements Idempotency {

  private static final String CLAIMED = "s";
  private static final Fingerprint ANY = new Fingerprint(0, 0);

  private final Dynamo dynamo;
  private final String table;
  private final UsedKeys keys;
  private final DynamoLog log;
  private final Clock clock;

  /** Keys in the delivery table; {@code log} knows those that are not there yet. */
  public DynamoIdempotency(Dynamo dynamo, Tables tables, DynamoLog log, Clock clock) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
    this.keys = new UsedKeys(dynamo, tables);
    this.log = log;
    this.clock = clock;
  }

  @Override
  public Optional<Commit> find(SessionId session, Handle sender, String key) {
    return log.used(session, new Keyed(sender, key, ANY));
  }

  @Override
  public void remember(List<Commit> commits) {
    List<Commit> keyed =
        commits.stream().filter(c -> c.keyed().isPresent() && c.genesis().isEmpty()).toList();
    if (!keyed.isEmpty()) {
      keys.remember(keyed);
    }
  }

  @Override
  public SessionId claim(Handle creator, String key, SessionId session) {
    Item item =
        Item.at(Keys.claim(creator, key))
            .text(CLAIMED, session.ulid().text())
            .number(Keys.EXPIRES, (clock.now() + UsedKeys.KEPT_MILLIS) / 1000);
    return dynamo
        .put(table, item, Conditions.NOTHING_THERE)
        .map(DynamoIdempotency::session)
        .orElse(session);
  }

  @Override
  public Optional<SessionId> claimed(Handle creator, String key) {
    return dynamo.get(table, Keys.claim(creator, key)).map(DynamoIdempotency::session);
  }

  private static SessionId session(Item item) {
    return new SessionId(Ulid.parse(item.text(CLAIMED), 0).orElseThrow());
  }
}
