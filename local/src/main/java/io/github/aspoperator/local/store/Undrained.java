package io.github.aspoperator.local.store;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From which row of the log on something may not be handed over yet, so that a start need not read
 * all of history. Used by the writer's thread alone, but at the start.
 */
final class Undrained {

  /**
   * What is behind of one session.
   *
   * @param firstRow nothing before this row
   * @param newestKey done once the head is here
   */
  private record Span(long firstRow, long newestKey) {}

  private final Map<SessionId, Span> sessions = new HashMap<>();
  private long nextRow;

  /** What the last process left behind. */
  static Undrained load(Db db) throws SQLException {
    Undrained undrained = new Undrained();
    undrained.nextRow = CommitTable.nextId(db);
    db.all(
        """
        select c.session, min(c.id), max(c.key) from commits c where c.id >= ? \
        group by c.session having max(c.key) > coalesce(\
        (select h.sequence from heads h where h.session = c.session), -1)\
        """,
        row ->
            undrained.sessions.put(
                Columns.session(row.getBytes(1)), new Span(row.getLong(2), row.getLong(3))),
        HeartbeatTable.undrainedFrom(db));
    return undrained;
  }

  /** Those that are behind. */
  List<SessionId> sessions() {
    return List.copyOf(sessions.keySet());
  }

  /** A commit is about to be written; the row it gets. Should that fail, it counts as behind on. */
  long add(Commit commit) {
    long row = nextRow++;
    sessions.merge(
        commit.session(),
        new Span(row, commit.key()),
        (before, now) ->
            new Span(before.firstRow(), Math.max(before.newestKey(), now.newestKey())));
    return row;
  }

  /** A head is durable. */
  void drained(SessionId session, Head head) {
    Span span = sessions.get(session);
    if (span != null && head.sequence() >= span.newestKey()) {
      sessions.remove(session);
    }
  }

  /** The row of the next commit. */
  long nextRow() {
    return nextRow;
  }

  /** Every row before this one is handed over, or owed to a laggard. */
  long from() {
    long from = nextRow;
    for (Span span : sessions.values()) {
      from = Math.min(from, span.firstRow());
    }
    return from;
  }
}
