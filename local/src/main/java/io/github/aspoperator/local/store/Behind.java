package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Everything written behind: seen at once by every reader in the process, in the database with the
 * next group or {@link #LATEST_NANOS} later. All tables are cut at one instant, so a crash loses
 * the last writes of all of them and never an earlier one without a later one.
 */
final class Behind {

  /** How old an unwritten row may get. */
  static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** From this age on, rows travel with a group that is written anyway. */
  private static final long EARLIEST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** Rows held while the disk takes none, before writers are told so. */
  private static final int MOST = 200_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Dirty<?, ?>> tables = new ArrayList<>();
  private Runnable wake = () -> {};
  private volatile boolean clean = true;
  private volatile long since;
  private int held;

  /** Adds a table; before the first write. */
  <K, V> Dirty<K, V> table(Dirty<K, V> table) {
    tables.add(table);
    return table;
  }

  /** What to run when the first unwritten row is there. */
  void onFirst(Runnable wakeUp) {
    wake = wakeUp;
  }

  /**
   * Writes rows: whatever {@code rows} puts is in one cut.
   *
   * @throws Unavailable when the disk has taken none for so long that memory is short
   */
  void write(Runnable rows) {
    boolean first;
    lock.lock();
    try {
      if (held > MOST) {
        throw full();
      }
      rows.run();
      held++;
      first = clean;
      if (first) {
        since = System.nanoTime();
        clean = false;
      }
    } finally {
      lock.unlock();
    }
    if (first) {
      wake.run();
    }
  }

  /** So much waits for a disk that takes no writes that memory is short. */
  static Unavailable full() {
    return new Unavailable("the disk takes no writes", new IllegalStateException("too many wait"));
  }

  /** Whether rows should travel with a group that is written now. */
  boolean isRipe() {
    return !clean && System.nanoTime() - since >= EARLIEST_NANOS;
  }

  boolean isClean() {
    return clean;
  }

  /** How long the writer may sleep before rows must be written; forever when there are none. */
  long nanosLeft() {
    return clean ? Long.MAX_VALUE : Math.max(0, since + LATEST_NANOS - System.nanoTime());
  }

  /** Cuts all tables at this instant and writes the rows in the open transaction. */
  void flush(Db db) throws SQLException {
    lock.lock();
    try {
      if (clean) {
        return;
      }
      for (Dirty<?, ?> table : tables) {
        table.cut();
      }
      clean = true;
      held = 0;
    } finally {
      lock.unlock();
    }
    for (Dirty<?, ?> table : tables) {
      table.flush(db);
    }
  }

  /** What {@link #flush} wrote is durable. */
  void flushed() {
    tables.forEach(Dirty::announce);
    lock.lock();
    try {
      tables.forEach(Dirty::forget);
    } finally {
      lock.unlock();
    }
  }

  /** What {@link #flush} wrote was taken back: it is tried again after {@code nanos}. */
  void restore(long nanos) {
    lock.lock();
    try {
      tables.forEach(Dirty::restore);
      held = tables.stream().mapToInt(Dirty::size).sum();
      since = System.nanoTime() - LATEST_NANOS + nanos;
      clean = held == 0;
    } finally {
      lock.unlock();
    }
  }
}
