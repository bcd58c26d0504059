package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.stored.PresenceCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of presence items. */
final class PresenceTable {

  private PresenceTable() {}

  static void write(Db db, Handle agent, Presence presence) throws SQLException {
    db.update(
        "replace into presences values (?, ?, ?)",
        agent.text(),
        presence.isOnline(),
        PresenceCodec.encode(presence));
  }

  static Optional<Presence> find(Db db, Handle agent) throws SQLException {
    return db.first(
        "select body from presences where agent = ?",
        row -> PresenceCodec.decode(row.getBytes(1)),
        agent.text());
  }

  /** Those whose item shows a connection. */
  static List<Handle> connected(Db db) throws SQLException {
    return db.all(
        "select agent from presences where connected = 1", row -> Handle.of(row.getString(1)));
  }
}
