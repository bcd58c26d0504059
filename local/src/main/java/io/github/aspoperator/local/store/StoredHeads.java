package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionState;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link Heads}, written behind: a head and the roster it goes with are in one cut. */
final class StoredHeads implements Heads {

  private static final long HEADS_KEPT = 50_000;
  private static final long MEMBERS_KEPT = 200_000;

  private final Behind behind;
  private final Dirty<SessionId, Head> unwrittenHeads;
  private final Dirty<SessionId, RosterTable.Kept> unwrittenRosters;
  private final Rows<SessionId, Head> heads;
  private final Rows<SessionId, Rosters> rosters;

  /**
   * The roster of the latest head, and the one before: whoever reads a head while the next one
   * comes finds the roster it names.
   */
  private record Rosters(RosterTable.Kept latest, Optional<RosterTable.Kept> before) {

    static Rosters of(RosterTable.Kept latest) {
      return new Rosters(latest, Optional.empty());
    }

    Rosters next(RosterTable.Kept next) {
      return new Rosters(next, Optional.of(latest));
    }

    Optional<Roster> through(long through) {
      return Stream.concat(Stream.of(latest), before.stream())
          .filter(kept -> kept.through() == through)
          .map(RosterTable.Kept::roster)
          .findFirst();
    }

    int members() {
      return latest.roster().members().size();
    }
  }

  StoredHeads(Readers readers, Behind behind, Undrained undrained) {
    this.behind = behind;
    unwrittenHeads = behind.table(new Dirty<>(HeadTable::write));
    unwrittenHeads.whenDurable(undrained::drained);
    unwrittenRosters = behind.table(new Dirty<>(RosterTable::write));
    heads =
        new Rows<>(
            HEADS_KEPT,
            (id, head) -> 1,
            unwrittenHeads::peek,
            id -> readers.read(db -> HeadTable.find(db, id)));
    rosters =
        new Rows<>(
            MEMBERS_KEPT,
            (id, kept) -> 4 + kept.map(Rosters::members).orElse(0),
            id -> {
              RosterTable.Kept waiting = unwrittenRosters.peek(id);
              return waiting == null ? null : Rosters.of(waiting);
            },
            id -> readers.read(db -> RosterTable.find(db, id)).map(Rosters::of));
  }

  @Override
  public Head read(SessionId session) {
    return heads.get(session).orElse(Head.START);
  }

  @Override
  public Optional<Roster> roster(SessionId session, long through) {
    return rosters.get(session).flatMap(kept -> kept.through(through));
  }

  @Override
  public boolean replace(SessionId session, long version, Head next, Optional<Roster> roster) {
    return heads.locked(
        session,
        () -> {
          if (read(session).version() != version) {
            return false;
          }
          write(session, next, roster.map(r -> new RosterTable.Kept(next.rosterThrough(), r)));
          return true;
        });
  }

  @Override
  public boolean caughtUp(SessionId session, int member, long sequence) {
    return heads.locked(
        session,
        () -> {
          Head head = read(session);
          if (!head.lagging().has(member)) {
            return true;
          }
          if (head.sequence() != sequence) {
            return false;
          }
          Head next =
              new Head(
                  sequence,
                  head.at(),
                  head.version() + 1,
                  head.lagging().without(member),
                  head.rosterThrough());
          write(session, next, Optional.empty());
          return true;
        });
  }

  /** The state that head and roster together are, if the session was ever drained. */
  Optional<SessionState> snapshot(SessionId session) {
    Head head = read(session);
    while (true) {
      Optional<Roster> roster = roster(session, head.rosterThrough());
      Head now = read(session);
      if (roster.isPresent() || now.equals(head)) {
        Head read = head;
        return roster.map(r -> new SessionState(r, read.sequence(), read.at()));
      }
      head = now;
    }
  }

  private void write(SessionId session, Head head, Optional<RosterTable.Kept> roster) {
    Optional<Rosters> next = roster.map(kept -> next(session, kept));
    behind.write(() -> {
      roster.ifPresent(kept -> unwrittenRosters.put(session, kept));
      unwrittenHeads.put(session, head);
    });
    next.ifPresent(kept -> keep(session, kept));
    heads.put(session, head);
  }

  private Rosters next(SessionId session, RosterTable.Kept kept) {
    return rosters.get(session).map(before -> before.next(kept)).orElseGet(() -> Rosters.of(kept));
  }

  private void keep(SessionId session, Rosters kept) {
    rosters.locked(
        session,
        () -> {
          rosters.put(session, kept);
          return true;
        });
  }
}
