package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What all ports share: connections, the writer, what waits behind it, and what the process before
 * left.
 */
final class Engine {

  /** More would only take turns: a read is a call that occupies a core. */
  private static final int READERS = 4;

  private final @Nullable DirectoryLock lock;
  private final Db db;
  private final @Nullable WalCheckpoints checkpoints;
  final Readers lane;
  final Readers readers;
  final Behind behind = new Behind();
  final Undrained undrained;
  final KeyIndex keys;
  final Writer writer;
  final List<DueJob> jobs;
  final Leftovers leftovers;
  final OptionalLong lastBeat;

  private Engine(
      @Nullable DirectoryLock lock,
      Db db,
      @Nullable Readers separate,
      @Nullable WalCheckpoints checkpoints,
      KeyIndex.Pace pace,
      Moment.Hook hook)
      throws SQLException {
    this.lock = lock;
    this.db = db;
    this.checkpoints = checkpoints;
    lane = Readers.sharing(db);
    readers = separate == null ? lane : separate;
    undrained = Undrained.load(db);
    keys = KeyIndex.load(db, pace);
    jobs = JobTable.all(db);
    leftovers = new Leftovers(PresenceTable.connected(db), undrained.sessions());
    lastBeat = HeartbeatTable.beat(db);
    db.commit();
    writer =
        new Writer(lane, behind, keys, checkpoints == null ? Checkpoints.NONE : checkpoints, hook);
  }

  /**
   * On files of its own.
   *
   * @throws CannotOpen when the directory is in use, cannot be used, or is of a later version
   */
  static Engine on(Path path, Moment.Hook hook) {
    return on(path, hook, Tuning.USUAL);
  }

  /** Likewise, with another tuning. */
  static Engine on(Path path, Moment.Hook hook, Tuning tuning) {
    DirectoryLock lock = DirectoryLock.take(path);
    try {
      Place.Directory directory = new Place.Directory(path);
      Db db = directory.writer();
      Readers readers = Readers.of(directory, READERS);
      WalCheckpoints checkpoints =
          new WalCheckpoints(directory.checkpointer(), tuning.passBytes(), tuning.largestBytes());
      return new Engine(lock, db, readers, checkpoints, tuning.keys(), hook);
    } catch (SQLException e) {
      lock.close();
      throw new CannotOpen("The data directory " + path + " cannot be used: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** In memory: one connection, for which readers and the writer take turns. */
  static Engine inMemory(Moment.Hook hook) {
    try {
      return new Engine(null, new Place.Memory().writer(), null, null, Tuning.USUAL.keys(), hook);
    } catch (SQLException e) {
      throw new CannotOpen("A database in memory cannot be made: " + e.getMessage(), e);
    }
  }

  /** Writes what waits, empties the write-ahead log and lets go of the directory. */
  void close() {
    writer.close();
    try {
      if (checkpoints != null) {
        checkpoints.finish();
      }
    } catch (SQLException e) {
      throw new Unavailable("the database, while it was closed", e);
    } finally {
      release();
    }
  }

  /** Lets go as a process does that is killed. */
  void crash() {
    writer.kill();
    release();
  }

  private void release() {
    try {
      readers.close();
      db.close();
      if (checkpoints != null) {
        checkpoints.close();
      }
    } catch (SQLException e) {
      throw new Unavailable("the database, while it was closed", e);
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}
