package io.github.aspoperator.local.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Moves pages from the write-ahead log into the database on a thread of its own, whenever the log
 * has grown by a while. While the writer goes on, such a pass never reaches the end of the log,
 * which then cannot start over: so when a pass leaves a log that is too large, the writer makes one
 * more, of the little that came meanwhile.
 */
final class WalCheckpoints implements Checkpoints, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WalCheckpoints.class.getName());

  /** Index and table pages that an operation writes, about. */
  private static final long OPERATION_BYTES = 3 * 2_048;

  private static final long PAGE_BYTES = 2_048;

  private final Connection connection;
  private final long passBytes;
  private final long largestBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore due = new Semaphore(0);
  private long grown;
  private volatile boolean tooLarge;
  private volatile boolean closing;

  /** Takes the connection over; for the measures see {@link Tuning}. */
  WalCheckpoints(Connection connection, long passBytes, long largestBytes) {
    this.connection = connection;
    this.passBytes = passBytes;
    this.largestBytes = largestBytes;
    Thread.ofPlatform().name("store-checkpoints").daemon().start(this::loop);
  }

  @Override
  public void wrote(List<Op> group) {
    for (Op op : group) {
      grown += OPERATION_BYTES + op.bytes();
    }
    if (tooLarge && lock.tryLock()) {
      try {
        pass();
        tooLarge = false;
      } finally {
        lock.unlock();
      }
    } else if (grown > passBytes) {
      grown = 0;
      due.release();
    }
  }

  private void loop() {
    while (!closing) {
      due.acquireUninterruptibly();
      due.drainPermits();
      lock.lock();
      try {
        if (!closing && pass() > largestBytes) {
          // twice, so that the writer's own pass is short
          pass();
          tooLarge = true;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  /** What the log's size is, in bytes. */
  private long pass() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
      return row.getLong(2) * PAGE_BYTES;
    } catch (SQLException e) {
      // the log grows until a later pass succeeds; appends tell whether the disk is to blame
      LOG.log(System.Logger.Level.WARNING, "a checkpoint failed", e);
      return 0;
    }
  }

  /** After the last write: the database takes everything, and the log is emptied. */
  void finish() throws SQLException {
    closing = true;
    lock.lock();
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_checkpoint(truncate)");
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() throws SQLException {
    closing = true;
    due.release();
    lock.lock();
    try {
      connection.close();
    } finally {
      lock.unlock();
    }
  }
}
