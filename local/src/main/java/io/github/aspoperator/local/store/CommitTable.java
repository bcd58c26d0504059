package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.stored.CommitCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of all logs. */
final class CommitTable {

  private static final String COLUMNS = "select session, key, command, body from commits ";

  private CommitTable() {}

  /** Puts a commit there; false when its key in the log is taken. */
  static boolean insert(Db db, long id, Entry entry) throws SQLException {
    Commit commit = entry.commit();
    return db.update(
            """
            insert into commits (id, session, key, command, at, idem, body) \
            values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
            """,
            id,
            Columns.of(commit.session()),
            commit.key(),
            Columns.of(commit.command()),
            commit.at(),
            entry.idempotencyKey().map(key -> key.digest().column()).orElse(null),
            entry.body())
        == 1;
  }

  /** The id of the next row. */
  static long nextId(Db db) throws SQLException {
    return db.first("select max(id) from commits", row -> row.getLong(1)).orElse(0L) + 1;
  }

  /** The session with the greatest id: none that is there is newer. */
  static Optional<SessionId> newestSession(Db db) throws SQLException {
    return db.first(
        "select session from commits order by session desc limit 1",
        row -> Columns.session(row.getBytes(1)));
  }

  /** The commit that holds event {@code sequence}, or would: the last one that begins up to it. */
  static Optional<Commit> holding(Db db, SessionId session, long sequence) throws SQLException {
    return db.first(
        COLUMNS + "where session = ? and key <= ? order by key desc limit 1",
        CommitTable::commit,
        Columns.of(session),
        sequence);
  }

  /** The commit in row {@code id}, if it is there and used {@code key}. */
  static Optional<Commit> inRow(Db db, long id, UsedKey key) throws SQLException {
    return db.first(
        COLUMNS + "where id = ? and session = ? and idem = ?",
        CommitTable::commit,
        id,
        Columns.of(key.session()),
        key.digest().column());
  }

  /** Whether a commit has that key in its log. */
  static boolean has(Db db, SessionId session, long key) throws SQLException {
    return db.any("select 1 from commits where session = ? and key = ?", Columns.of(session), key);
  }

  /**
   * The commits with events after {@code after}, in order, until their bodies fill {@code
   * maxBytes}.
   */
  static List<Commit> after(Db db, SessionId session, long after, long maxBytes)
      throws SQLException {
    List<Commit> commits = new ArrayList<>();
    long bytes = 0;
    byte[] id = Columns.of(session);
    try (ResultSet rows =
        db.rows(
            COLUMNS
                + """
                where session = ?1 and key >= \
                (select max(key) from commits where session = ?1 and key <= ?2) order by key\
                """,
            id,
            after + 1)) {
      while (rows.next()) {
        byte[] body = rows.getBytes(4);
        bytes += body.length;
        if (bytes > maxBytes && !commits.isEmpty()) {
          break;
        }
        Commit commit = commit(rows);
        if (commit.last() > after) {
          commits.add(commit);
        }
      }
    }
    return List.copyOf(commits);
  }

  /** The last commit of the log that was created before {@code millis}, found by halving. */
  static Optional<Commit> lastBefore(Db db, SessionId session, long millis) throws SQLException {
    Optional<Commit> last = holding(db, session, Long.MAX_VALUE);
    if (last.isEmpty() || last.get().at() < millis) {
      return last;
    }
    long low = -1;
    long high = last.get().key();
    while (high - low > 1) {
      // what begins up to the middle decides for everything between its key and the middle
      long middle = (low + high) >>> 1;
      if (at(db, session, middle) < millis) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low < 0 ? Optional.empty() : holding(db, session, low);
  }

  private static long at(Db db, SessionId session, long sequence) throws SQLException {
    return db.first(
            "select at from commits where session = ? and key <= ? order by key desc limit 1",
            row -> row.getLong(1),
            Columns.of(session),
            sequence)
        .orElse(Long.MIN_VALUE);
  }

  private static Commit commit(ResultSet row) throws SQLException {
    return CommitCodec.decode(
        Columns.session(row.getBytes(1)),
        row.getLong(2),
        Columns.ulid(row.getBytes(3)),
        row.getBytes(4));
  }
}
