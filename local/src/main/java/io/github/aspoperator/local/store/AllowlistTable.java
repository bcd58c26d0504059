package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.trust.AllowlistEntry;
import java.sql.SQLException;
import java.util.List;

/** The table of allowlist entries, each as it is written. */
final class AllowlistTable {

  private AllowlistTable() {}

  static List<AllowlistEntry> of(Db db, Handle agent) throws SQLException {
    return db.all(
        "select entry from allowlists where agent = ? order by entry",
        row -> AllowlistEntry.parse(row.getString(1)).orElseThrow(),
        agent.text());
  }

  static boolean covers(Db db, Handle agent, Handle peer) throws SQLException {
    return db.any(
        "select 1 from allowlists where agent = ? and entry in (?, ?)",
        agent.text(),
        peer.text(),
        new AllowlistEntry.AllOf(peer.owner()).text());
  }

  static boolean has(Db db, Handle agent, AllowlistEntry entry) throws SQLException {
    return db.any(
        "select 1 from allowlists where agent = ? and entry = ?", agent.text(), entry.text());
  }

  static long size(Db db, Handle agent) throws SQLException {
    return db.first(
            "select count(*) from allowlists where agent = ?", row -> row.getLong(1), agent.text())
        .orElse(0L);
  }

  static void insert(Db db, Handle agent, AllowlistEntry entry) throws SQLException {
    db.update("insert into allowlists values (?, ?)", agent.text(), entry.text());
  }

  static boolean delete(Db db, Handle agent, AllowlistEntry entry) throws SQLException {
    return db.update(
            "delete from allowlists where agent = ? and entry = ?", agent.text(), entry.text())
        == 1;
  }
}
