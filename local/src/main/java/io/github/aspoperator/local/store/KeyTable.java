package io.github.aspoperator.local.store;

import io.github.aspoperator.stored.KeyDigest;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** The table of idempotency keys: which row of the log used them. */
final class KeyTable {

  private static final int KEY_BYTES = 16;

  private KeyTable() {}

  /**
   * Writes rows in one statement: a call for each would cost more than the row. What is there
   * already was written before a crash, or by a group that failed.
   */
  static void write(Db db, List<Map.Entry<IndexKey, Long>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    ByteBuffer keys = ByteBuffer.allocate(rows.size() * KEY_BYTES);
    StringJoiner ids = new StringJoiner(",", "[", "]");
    for (Map.Entry<IndexKey, Long> row : rows) {
      row.getKey().putTo(keys);
      ids.add(Long.toString(row.getValue()));
    }
    db.update(
        """
        insert or replace into keys \
        select substr(?1, key * 16 + 1, 16), value from json_each(?2)\
        """,
        keys.array(),
        ids.toString());
  }

  /** The row of the log that used {@code key}, or was to. */
  static @Nullable Long row(Db db, IndexKey key) throws SQLException {
    ByteBuffer column = ByteBuffer.allocate(KEY_BYTES);
    key.putTo(column);
    return db.first("select id from keys where key = ?", row -> row.getLong(1), column.array())
        .orElse(null);
  }

  /** The keys used from row {@code from} of the log on, in its order. */
  static void usedFrom(Db db, long from, ObjLongConsumer<IndexKey> used) throws SQLException {
    db.all(
        "select id, session, idem from commits where id >= ? and idem is not null order by id",
        row -> {
          KeyDigest digest = KeyDigest.of(row.getBytes(3));
          used.accept(IndexKey.of(Columns.session(row.getBytes(2)), digest), row.getLong(1));
          return true;
        },
        from);
  }
}
