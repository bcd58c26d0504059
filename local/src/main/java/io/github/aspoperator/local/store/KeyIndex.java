package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Commit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Which commit used which idempotency key: the latest keys in memory, the others in a table, which
 * is asked only for what a filter, or a session from before the start, leaves open. Keys come in no
 * order, so a table kept up with the log would have a page of its own written for each. They are
 * gathered for a while instead, and written behind in the order of the table, many to a page, in
 * slices small enough to delay nobody.
 *
 * <p>A crash loses what was gathered, and the next start reads it from the log. A key may name a
 * row that never became durable; so it is the row that tells. Changed by the writer's thread alone,
 * read by all.
 */
final class KeyIndex {

  /**
   * How keys are written behind.
   *
   * @param gatherNanos for how long they are gathered at most
   * @param gatherMost how many make that shorter
   * @param slices into how many what was gathered is cut
   * @param smallest keys of a slice, so that few keys are not cut at all
   * @param betweenNanos from one slice to the next
   */
  record Pace(long gatherNanos, int gatherMost, int slices, int smallest, long betweenNanos) {

    /** What a crash leaves to be read again is read in a moment. */
    static final Pace USUAL =
        new Pace(TimeUnit.SECONDS.toNanos(60), 1 << 16, 512, 64, TimeUnit.MILLISECONDS.toNanos(10));
  }

  /**
   * Keys that are not in the table, or were not when they were gathered.
   *
   * @param firstRow no key's row is before
   */
  private record Gathered(long firstRow, Map<IndexKey, Long> rows) {}

  /** Both as of one instant: a key goes from the first to the second, and then is in the table. */
  private record Latest(Gathered gathering, Gathered writing) {}

  private static final Gathered NOTHING = new Gathered(0, Map.of());
  private static final int MOST = 1_000_000;

  private final Pace pace;
  private final SessionId newestAtStart;
  private final KeyFilter written = new KeyFilter();
  private volatile Latest latest;
  private Future<List<Map.Entry<IndexKey, Long>>> sorted =
      CompletableFuture.completedFuture(List.of());
  private int durable;
  private int flushed;
  private long turnedAt = System.nanoTime();
  private long slicedAt = turnedAt;

  private KeyIndex(Pace pace, SessionId newestAtStart, Gathered gathering) {
    this.pace = pace;
    this.newestAtStart = newestAtStart;
    latest = new Latest(gathering, NOTHING);
  }

  /** With what the table lacks. */
  static KeyIndex load(Db db, Pace pace) throws SQLException {
    long from = HeartbeatTable.unindexedFrom(db);
    Map<IndexKey, Long> rows = new ConcurrentHashMap<>();
    KeyTable.usedFrom(db, from, rows::put);
    SessionId newest = CommitTable.newestSession(db).orElse(new SessionId(new Ulid(0, 0)));
    return new KeyIndex(pace, newest, new Gathered(from, rows));
  }

  /** The commit that used {@code key}, as far as {@code db} sees it. */
  Optional<Commit> find(Db db, UsedKey key) throws SQLException {
    Latest now = latest;
    IndexKey indexed = key.indexed();
    Long row = now.gathering().rows().get(indexed);
    if (row == null) {
      row = now.writing().rows().get(indexed);
    }
    if (row == null && mayBeInTable(key, indexed)) {
      row = KeyTable.row(db, indexed);
    }
    return row == null ? Optional.empty() : CommitTable.inRow(db, row, key);
  }

  /** What came into the table before the start is not in the filter. */
  private boolean mayBeInTable(UsedKey key, IndexKey indexed) {
    return key.session().compareTo(newestAtStart) <= 0 || written.mayHold(indexed);
  }

  /** Row {@code row} uses {@code key}; rows come in their order. */
  void add(UsedKey key, long row) {
    if (latest.gathering().rows().isEmpty()) {
      Gathered gathering = new Gathered(row, new ConcurrentHashMap<>());
      latest = new Latest(gathering, latest.writing());
    }
    latest.gathering().rows().put(key.indexed(), row);
  }

  /** Whether so many wait that the disk must have been refusing them for long. */
  boolean isFull() {
    return latest.gathering().rows().size() > MOST;
  }

  /** Writes the next slice into the open transaction, when it is time for one. */
  void flush(Db db) throws SQLException {
    flushed = durable;
    long now = System.nanoTime();
    if (now - slicedAt < pace.betweenNanos()) {
      return;
    }
    slicedAt = now;
    if (latest.writing().rows().isEmpty() && isRipe(now)) {
      turnedAt = now;
      turn();
    }
    if (sorted.isDone()) {
      List<Map.Entry<IndexKey, Long>> rows = sorted.resultNow();
      int size = Math.max(pace.smallest(), rows.size() / pace.slices() + 1);
      int end = Math.min(rows.size(), durable + size);
      KeyTable.write(db, rows.subList(durable, end));
      flushed = end;
    }
  }

  private boolean isRipe(long now) {
    return now - turnedAt >= pace.gatherNanos()
        || latest.gathering().rows().size() >= pace.gatherMost();
  }

  /** What was gathered is to be written, once it is sorted; which the writer does not wait for. */
  private void turn() {
    Gathered gathered = latest.gathering();
    latest = new Latest(NOTHING, gathered);
    durable = 0;
    sorted =
        CompletableFuture.supplyAsync(
            () -> gathered.rows().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList());
  }

  /** What {@link #flush} wrote is durable. */
  void flushed() {
    if (flushed > durable) {
      sorted.resultNow().subList(durable, flushed).forEach(row -> written.add(row.getKey()));
      durable = flushed;
      if (durable == sorted.resultNow().size()) {
        latest = new Latest(latest.gathering(), NOTHING);
        sorted = CompletableFuture.completedFuture(List.of());
        durable = 0;
      }
    }
  }

  /** No row before this one has a key that the table lacks. */
  long unwrittenFrom(long nextRow) {
    Latest now = latest;
    if (!now.writing().rows().isEmpty()) {
      return now.writing().firstRow();
    }
    return now.gathering().rows().isEmpty() ? nextRow : now.gathering().firstRow();
  }
}
