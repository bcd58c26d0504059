package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.stored.RosterCodec;
import java.util.List;
import java.util.Optional;

/** {@link Heads}: one item for each session, and one more for a large roster. */
public final class DynamoHeads implements Heads {

  private final Dynamo dynamo;
  private final String table;
  private final Rosters rosters = new Rosters();

  /** Heads in the delivery table. */
  public DynamoHeads(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.delivery();
  }

  @Override
  public Head read(SessionId session) {
    return dynamo
        .get(table, Keys.head(session))
        .map(item -> {
          known(session, item);
          return HeadItem.head(item);
        })
        .orElse(Head.START);
  }

  /** The roster that is in the head, kept so that it need not be asked for. */
  private Optional<Roster> known(SessionId session, Item head) {
    long through = HeadItem.head(head).rosterThrough();
    Optional<Roster> known = rosters.find(session, through);
    return known.isPresent()
        ? known
        : HeadItem.roster(head).map(bytes -> rosters.keep(RosterCodec.decode(session, bytes)));
  }

  @Override
  public Optional<Roster> roster(SessionId session, long through) {
    Optional<Roster> known = rosters.find(session, through);
    return known.isPresent() ? known : asWritten(session).filter(r -> r.through() == through);
  }

  /** The roster that belongs to the head as it is now. */
  private Optional<Roster> asWritten(SessionId session) {
    return dynamo
        .get(table, Keys.head(session))
        .flatMap(head -> known(session, head).or(() -> large(session, head, readLarge(session))));
  }

  private Optional<Item> readLarge(SessionId session) {
    return dynamo.get(table, Keys.roster(session));
  }

  /** The roster beside {@code head}, if it belongs to it. */
  private Optional<Roster> large(SessionId session, Item head, Optional<Item> beside) {
    long through = HeadItem.head(head).rosterThrough();
    return beside
        .filter(item -> HeadItem.through(item) == through)
        .map(item -> rosters.keep(HeadItem.roster(session, item)));
  }

  @Override
  public boolean replace(SessionId session, long version, Head next, Optional<Roster> changed) {
    Condition unchanged = Conditions.version(version);
    if (changed.isEmpty()) {
      Key key = Keys.head(session);
      return dynamo.update(table, key, HeadItem.moving(next), unchanged).isEmpty();
    }
    Roster roster = changed.get();
    byte[] bytes = RosterCodec.encode(roster);
    boolean written =
        HeadItem.fits(bytes)
            ? dynamo.put(table, HeadItem.of(session, next, bytes), unchanged).isEmpty()
            : dynamo.transact(
                List.of(
                    Writes.put(table, HeadItem.of(session, next), unchanged),
                    Writes.put(table, HeadItem.large(session, roster, bytes))));
    if (written) {
      rosters.keep(roster);
    }
    return written;
  }

  @Override
  public boolean caughtUp(SessionId session, int member, long sequence) {
    while (true) {
      Head head = read(session);
      if (!head.lagging().has(member)) {
        return true;
      }
      if (head.sequence() != sequence) {
        return false;
      }
      Head next =
          new Head(
              head.sequence(),
              head.at(),
              head.version() + 1,
              head.lagging().without(member),
              head.rosterThrough());
      if (replace(session, head.version(), next, Optional.empty())) {
        return true;
      }
    }
  }

  /** The state at the head, if {@code head} is one and its roster is at hand. */
  Optional<SessionState> state(SessionId session, Item head, Optional<Item> largeRoster) {
    Head at = HeadItem.head(head);
    Optional<Roster> roster = known(session, head).or(() -> large(session, head, largeRoster));
    return roster.map(r -> new SessionState(r, at.sequence(), at.at()));
  }

  /** The state at the head as it is now, read strongly. */
  Optional<SessionState> state(SessionId session) {
    while (true) {
      Optional<Item> head = dynamo.get(table, Keys.head(session));
      if (head.isEmpty()) {
        return Optional.empty();
      }
      Optional<SessionState> state = state(session, head.get(), Optional.empty());
      if (state.isPresent()) {
        return state;
      }
      // one that is gone belonged to a head that has moved on
      Optional<SessionState> large = state(session, head.get(), readLarge(session));
      if (large.isPresent()) {
        return large;
      }
    }
  }

  /** Whether a roster of the session is known here, so that none need be read along. */
  boolean knowsRoster(SessionId session) {
    return rosters.knows(session);
  }
}
