package io.github.aspoperator.local.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Moves pages from the write-ahead log into the database on a thread of its own, every {@link
 * #PASS_BYTES} or so. While the writer goes on, such a pass never reaches the end of the log, which
 * then cannot start over: so at {@link #LARGEST_BYTES} the writer makes the last, short pass
 * itself.
 */
final class WalCheckpoints implements Checkpoints, AutoCloseable {

  private static final System.Logger LOG = System.getLogger(WalCheckpoints.class.getName());

  /** What the log grows by, about, between two passes. */
  private static final long PASS_BYTES = 8 << 20;

  /** From this size on the log is to start over. */
  private static final long LARGEST_BYTES = 128 << 20;

  /** Index and table pages that an operation writes, about. */
  private static final long OPERATION_BYTES = 3 * 2_048;

  private static final long PAGE_BYTES = 2_048;

  private final Connection connection;
  private final Semaphore due = new Semaphore(0);
  private final Thread thread = Thread.ofPlatform().name("store-checkpoints").unstarted(this::loop);
  private long grown;
  private volatile long logBytes;
  private volatile boolean closing;

  /** Takes the connection over. */
  WalCheckpoints(Connection connection) {
    this.connection = connection;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void wrote(List<Op> group) {
    for (Op op : group) {
      grown += OPERATION_BYTES + op.bytes();
    }
    if (grown > PASS_BYTES) {
      grown = 0;
      due.release();
      if (logBytes > LARGEST_BYTES) {
        pass();
        logBytes = 0;
      }
    }
  }

  private void loop() {
    while (!closing) {
      due.acquireUninterruptibly();
      due.drainPermits();
      if (!closing) {
        pass();
      }
    }
  }

  private synchronized void pass() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
      logBytes = row.getLong(2) * PAGE_BYTES;
    } catch (SQLException e) {
      // the log grows until a later pass succeeds; appends tell whether the disk is to blame
      LOG.log(System.Logger.Level.WARNING, "a checkpoint failed", e);
    }
  }

  /** After the last write: the database takes everything, and the log is emptied. */
  @Override
  public void close() throws SQLException {
    closing = true;
    due.release();
    synchronized (this) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("pragma wal_checkpoint(truncate)");
      } finally {
        connection.close();
      }
    }
  }
}
