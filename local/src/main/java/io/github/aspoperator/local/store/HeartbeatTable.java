package io.github.aspoperator.local.store;

import java.sql.SQLException;
import java.util.OptionalLong;

/** The table of one row that tells when the operator was last alive. */
final class HeartbeatTable {

  private HeartbeatTable() {}

  static void write(Db db, long beat, long undrainedFrom, long unindexedFrom) throws SQLException {
    db.update(
        "update heartbeat set beat = ?, undrained_from = ?, unindexed_from = ?",
        beat,
        undrainedFrom,
        unindexedFrom);
  }

  static OptionalLong beat(Db db) throws SQLException {
    return db.first(
            "select beat from heartbeat where beat is not null",
            row -> OptionalLong.of(row.getLong(1)))
        .orElse(OptionalLong.empty());
  }

  static long undrainedFrom(Db db) throws SQLException {
    return db.first("select undrained_from from heartbeat", row -> row.getLong(1)).orElse(0L);
  }

  /** No commit before this row has an idempotency key that the table of keys lacks. */
  static long unindexedFrom(Db db) throws SQLException {
    return db.first("select unindexed_from from heartbeat", row -> row.getLong(1)).orElse(0L);
  }
}
