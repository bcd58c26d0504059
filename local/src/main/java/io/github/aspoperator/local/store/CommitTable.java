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

  /** Puts a commit there; false when its key in the log, or its idempotency key, is taken. */
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
            entry.idem(),
            entry.body())
        == 1;
  }

  /** The id of the next row. */
  static long nextId(Db db) throws SQLException {
    return db.first("select max(id) from commits", row -> row.getLong(1)).orElse(0L) + 1;
  }

  /** The commit that holds event {@code sequence}, or would: the last one that begins up to it. */
  static Optional<Commit> holding(Db db, SessionId session, long sequence) throws SQLException {
    return db.first(
        COLUMNS + "where session = ? and key <= ? order by key desc limit 1",
        CommitTable::commit,
        Columns.of(session),
        sequence);
  }

  /** The commit that answered for an idempotency key of the session. */
  static Optional<Commit> keyed(Db db, SessionId session, byte[] idem) throws SQLException {
    return db.first(
        COLUMNS + "where session = ? and idem = ?", CommitTable::commit, Columns.of(session), idem);
  }

  /** Whether an insert of {@code entry} would find something in its way. */
  static boolean isTaken(Db db, Entry entry) throws SQLException {
    byte[] session = Columns.of(entry.commit().session());
    return db.any(
            "select 1 from commits where session = ? and key = ?", session, entry.commit().key())
        || (entry.idem() != null
            && db.any(
                "select 1 from commits where session = ? and idem = ?", session, entry.idem()));
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
