package io.github.aspoperator.local.store;

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
 * Which commit used which idempotency key: the latest keys in memory, the others in a table. Keys
 * come in no order, so a table kept up with the log would have a page of its own written for each.
 * They are gathered for a while instead, and written behind in the order of the table, many to a
 * page, in slices small enough to delay nobody.
 *
 * <p>A crash loses what was gathered, and the next start reads it from the log. A key may name a
 * row that never became durable; so it is the row that tells. Changed by the writer's thread alone,
 * read by all.
 */
final class KeyIndex {

  /**
   * How keys are written behind.
   *
   * @param gatherNanos for how long they are gathered
   * @param slices into how many what was gathered is cut
   * @param smallest keys of a slice, so that few keys are not cut at all
   * @param betweenNanos from one slice to the next
   */
  record Pace(long gatherNanos, int slices, int smallest, long betweenNanos) {

    /** Under full load, a quarter of a millisecond of writing every ten. */
    static final Pace USUAL =
        new Pace(TimeUnit.SECONDS.toNanos(4), 256, 64, TimeUnit.MILLISECONDS.toNanos(10));
  }

  /**
   * Keys that are not in the table, or were not when they were gathered.
   *
   * @param firstRow no key's row is before
   */
  private record Gathered(long firstRow, Map<UsedKey, Long> rows) {}

  /** Both as of one instant: a key goes from the first to the second, and then is in the table. */
  private record Latest(Gathered gathering, Gathered writing) {}

  private static final Gathered NOTHING = new Gathered(0, Map.of());
  private static final int MOST = 1_000_000;

  private final Pace pace;
  private volatile Latest latest;
  private Future<List<Map.Entry<UsedKey, Long>>> sorted =
      CompletableFuture.completedFuture(List.of());
  private int durable;
  private int written;
  private long turnedAt = System.nanoTime();
  private long slicedAt = turnedAt;

  private KeyIndex(Pace pace, Gathered gathering) {
    this.pace = pace;
    latest = new Latest(gathering, NOTHING);
  }

  /** With what the table lacks. */
  static KeyIndex load(Db db, Pace pace) throws SQLException {
    long from = HeartbeatTable.unindexedFrom(db);
    Map<UsedKey, Long> rows = new ConcurrentHashMap<>();
    KeyTable.usedFrom(db, from, rows::put);
    return new KeyIndex(pace, new Gathered(from, rows));
  }

  /** The commit that used {@code key}, as far as {@code db} sees it. */
  Optional<Commit> find(Db db, UsedKey key) throws SQLException {
    Latest now = latest;
    Long row = now.gathering().rows().get(key);
    if (row == null) {
      row = now.writing().rows().get(key);
    }
    if (row == null) {
      row = KeyTable.row(db, key);
    }
    return row == null ? Optional.empty() : CommitTable.inRow(db, row, key);
  }

  /** Row {@code row} uses {@code key}; rows come in their order. */
  void add(UsedKey key, long row) {
    if (latest.gathering().rows().isEmpty()) {
      latest = new Latest(new Gathered(row, new ConcurrentHashMap<>()), latest.writing());
    }
    latest.gathering().rows().put(key, row);
  }

  /** Whether so many wait that the disk must have been refusing them for long. */
  boolean isFull() {
    return latest.gathering().rows().size() > MOST;
  }

  /** Writes the next slice into the open transaction, when it is time for one. */
  void flush(Db db) throws SQLException {
    written = durable;
    long now = System.nanoTime();
    if (now - slicedAt < pace.betweenNanos()) {
      return;
    }
    slicedAt = now;
    if (latest.writing().rows().isEmpty() && now - turnedAt >= pace.gatherNanos()) {
      turnedAt = now;
      turn();
    }
    if (sorted.isDone()) {
      List<Map.Entry<UsedKey, Long>> rows = sorted.resultNow();
      int size = Math.max(pace.smallest(), rows.size() / pace.slices() + 1);
      int end = Math.min(rows.size(), durable + size);
      KeyTable.write(db, rows.subList(durable, end));
      written = end;
    }
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
    if (written > durable) {
      durable = written;
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
