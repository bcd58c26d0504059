package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Connections that see what is durable, lent to whoever reads: no hop to another thread. A read is
 * a call into SQLite and occupies the carrier of a virtual thread, for some microseconds a row.
 */
final class Readers implements AutoCloseable {

  private final ConcurrentLinkedDeque<Db> idle = new ConcurrentLinkedDeque<>();
  private final List<Db> all;
  private final Semaphore free;

  private Readers(List<Db> all) {
    this.all = all;
    this.free = new Semaphore(all.size());
    idle.addAll(all);
  }

  /** Some connections to a directory. */
  static Readers of(Place.Directory directory, int count) throws SQLException {
    List<Db> readers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      readers.add(directory.reader());
    }
    return new Readers(readers);
  }

  /** The one connection of a database in memory, which the writer must borrow too. */
  static Readers sharing(Db only) {
    return new Readers(List.of(only));
  }

  /**
   * Reads.
   *
   * @throws Unavailable when the database does not answer
   */
  <T> T read(Query<T> query) {
    Db db = borrow();
    try {
      return query.on(db);
    } catch (SQLException e) {
      db.forget();
      throw new Unavailable("the database", e);
    } finally {
      giveBack(db);
    }
  }

  Db borrow() {
    free.acquireUninterruptibly();
    // the latest used first: its page cache is warm
    return idle.pop();
  }

  void giveBack(Db db) {
    idle.push(db);
    free.release();
  }

  @Override
  public void close() throws SQLException {
    free.acquireUninterruptibly(all.size());
    for (Db db : all) {
      db.close();
    }
    free.release(all.size());
  }
}
