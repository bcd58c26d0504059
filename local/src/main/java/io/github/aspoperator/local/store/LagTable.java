package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Lag;
import io.github.aspoperator.delivery.Mark;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.stored.HandoutsCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The table of what agents are owed. */
final class LagTable {

  /**
   * What identifies a row.
   *
   * @param agent who is owed
   * @param session where
   */
  record Key(Handle agent, SessionId session) {}

  private static final String SELECT =
      """
      select agent, session, member, through, in_run, generation, from_through, from_in_run, \
      head_version, handouts, done_at from lags where agent = ?\
      """;

  private LagTable() {}

  static void write(Db db, Key key, Lag lag) throws SQLException {
    db.update(
        "replace into lags values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key.agent().text(),
        Columns.of(key.session()),
        lag.member(),
        lag.mark().through(),
        lag.mark().inRun(),
        Columns.of(lag.generation()),
        lag.from().through(),
        lag.from().inRun(),
        lag.doneAt().isPresent() ? lag.doneAt().getAsLong() : null,
        lag.headVersion(),
        HandoutsCodec.encode(lag.handouts()));
  }

  static Optional<Lag> find(Db db, Key key) throws SQLException {
    return db.first(
        SELECT + " and session = ?", LagTable::lag, key.agent().text(), Columns.of(key.session()));
  }

  static List<Lag> open(Db db, Handle agent, Optional<SessionId> after, int limit)
      throws SQLException {
    return db.all(
        SELECT + " and session > ? and done_at is null order by session limit ?",
        LagTable::lag,
        agent.text(),
        after.map(Columns::of).orElseGet(() -> new byte[0]),
        limit);
  }

  /** Forgets those that were finished before {@code millis}. */
  static void purge(Db db, long millis) throws SQLException {
    db.update("delete from lags where done_at < ?", millis);
  }

  private static Lag lag(ResultSet row) throws SQLException {
    long done = row.getLong(11);
    OptionalLong doneAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(done);
    return new Lag(
        Handle.of(row.getString(1)),
        Columns.session(row.getBytes(2)),
        row.getInt(3),
        new Mark(row.getLong(4), row.getLong(5)),
        Columns.ulid(row.getBytes(6)),
        new Mark(row.getLong(7), row.getLong(8)),
        row.getLong(9),
        HandoutsCodec.decode(row.getString(10)),
        doneAt);
  }
}
