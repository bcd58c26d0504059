package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table of heads. */
final class HeadTable {

  private HeadTable() {}

  static void write(Db db, SessionId session, Head head) throws SQLException {
    MemberBits bits = head.lagging();
    db.update(
        "replace into heads values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        Columns.of(session),
        head.sequence(),
        head.at(),
        head.version(),
        bits.a(),
        bits.b(),
        bits.c(),
        bits.d(),
        head.rosterThrough());
  }

  static Optional<Head> find(Db db, SessionId session) throws SQLException {
    return db.first(
        """
        select sequence, at, version, a, b, c, d, roster_through from heads where session = ?\
        """,
        HeadTable::head,
        Columns.of(session));
  }

  private static Head head(ResultSet row) throws SQLException {
    MemberBits bits =
        new MemberBits(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
    return new Head(row.getLong(1), row.getLong(2), row.getLong(3), bits, row.getLong(8));
  }
}
