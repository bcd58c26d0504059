package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.stored.RosterCodec;
import java.sql.SQLException;
import java.util.Optional;

/** The table of rosters: of each session the one that goes with its head. */
final class RosterTable {

  /**
   * A roster as it was written.
   *
   * @param through which one: {@code rosterThrough} of its head
   */
  record Kept(long through, Roster roster) {}

  private RosterTable() {}

  static void write(Db db, SessionId session, Kept kept) throws SQLException {
    db.update(
        "replace into rosters values (?, ?, ?)",
        Columns.of(session),
        kept.through(),
        RosterCodec.encode(kept.roster()));
  }

  static Optional<Kept> find(Db db, SessionId session) throws SQLException {
    return db.first(
        "select through, body from rosters where session = ?",
        row -> new Kept(row.getLong(1), RosterCodec.decode(session, row.getBytes(2))),
        Columns.of(session));
  }
}
