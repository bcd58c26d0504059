package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.SessionIndex;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of sessions by agent. */
final class SessionIndexTable {

  /**
   * What identifies a row.
   *
   * @param agent who
   * @param session where
   */
  record Key(Handle agent, SessionId session) {}

  private static final byte[] PAST_EVERY_ID = new byte[17];

  static {
    java.util.Arrays.fill(PAST_EVERY_ID, (byte) 0xff);
  }

  private SessionIndexTable() {}

  static void write(Db db, Key key, SessionIndex.Entry entry) throws SQLException {
    db.update(
        """
        insert into session_index values (?, ?, ?, ?) on conflict do update \
        set sequence = excluded.sequence, current = excluded.current \
        where excluded.sequence >= sequence\
        """,
        key.agent().text(),
        Columns.of(key.session()),
        entry.sequence(),
        entry.current());
  }

  static List<SessionId> page(
      Db db, Handle agent, Optional<SessionId> before, int limit, boolean currentOnly)
      throws SQLException {
    return db.all(
        "select session from session_index where agent = ? and session < ?"
            + (currentOnly ? " and current = 1" : "")
            + " order by session desc limit ?",
        row -> Columns.session(row.getBytes(1)),
        agent.text(),
        before.map(Columns::of).orElse(PAST_EVERY_ID),
        limit);
  }
}
