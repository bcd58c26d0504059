package io.github.aspoperator.local.store;

import io.github.aspoperator.refusal.Unavailable;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes: it takes whatever waits, writes it in one transaction, commits (one
 * sync of the disk) and only then answers. It never waits for more to come; under load the groups
 * grow by themselves.
 */
final class Writer {

  private static final System.Logger LOG = System.getLogger(Writer.class.getName());
  private static final int LARGEST_GROUP = 1_024;
  private static final long RETRY_NANOS = 200_000_000;

  private final Readers lane;
  private final Behind behind;
  private final KeyIndex keys;
  private final Checkpoints checkpoints;
  private final Moment.Hook hook;
  private final Queue<Op> waiting = new ConcurrentLinkedQueue<>();
  private final Thread thread =
      Thread.ofPlatform().name("store-writer").daemon().unstarted(this::loop);
  private boolean failing;
  private volatile boolean sleeping;
  private volatile boolean closing;
  private volatile boolean killed;
  private volatile boolean stopped;

  /** Writes on the connection that {@code lane} lends. */
  Writer(Readers lane, Behind behind, KeyIndex keys, Checkpoints checkpoints, Moment.Hook hook) {
    this.lane = lane;
    this.behind = behind;
    this.keys = keys;
    this.checkpoints = checkpoints;
    this.hook = hook;
    behind.onFirst(this::wake);
  }

  void start() {
    thread.start();
  }

  /**
   * Writes, and answers once it is durable.
   *
   * @throws Unavailable when the group failed; whether it is durable is then unknown
   */
  <T> T write(Query<T> query) {
    Task<T> task = new Task<>(query);
    submit(task);
    return task.await();
  }

  /** Puts {@code op} in the next group. */
  void submit(Op op) {
    waiting.add(op);
    if (stopped && waiting.remove(op)) {
      op.failed(closed());
    } else if (sleeping) {
      wake();
    }
  }

  /** Ends at once, as if the process died: what waits is not written. */
  void kill() {
    killed = true;
    close();
  }

  /** Writes everything that was submitted, then ends. */
  void close() {
    closing = true;
    wake();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  private void loop() {
    List<Op> group = new ArrayList<>();
    try {
      boolean going = true;
      while (going && !killed && next(group)) {
        going = commit(group) || !closing;
        group.clear();
      }
    } catch (Moment.Death dead) {
      group.forEach(op -> op.failed(closed()));
    } catch (Error fatal) {
      LOG.log(System.Logger.Level.ERROR, "no more writes: start the operator again", fatal);
      group.forEach(op -> op.failed(closed()));
    } finally {
      stopped = true;
      for (Op late = waiting.poll(); late != null; late = waiting.poll()) {
        late.failed(closed());
      }
    }
  }

  /**
   * Fills {@code group} with what waits, with nothing when only rows behind do; false at the end.
   */
  private boolean next(List<Op> group) {
    while (true) {
      for (Op op = waiting.poll(); op != null; op = waiting.poll()) {
        group.add(op);
        if (group.size() == LARGEST_GROUP) {
          return true;
        }
      }
      if (!group.isEmpty() || behind.nanosLeft() == 0) {
        return true;
      }
      if (closing) {
        return !behind.isClean();
      }
      sleeping = true;
      if (waiting.isEmpty() && !closing) {
        LockSupport.parkNanos(this, behind.nanosLeft());
      }
      sleeping = false;
    }
  }

  /** Writes the group and answers; whether it is durable. */
  private boolean commit(List<Op> group) {
    boolean flush = group.isEmpty() || behind.isRipe() || group.stream().anyMatch(Op::seesBehind);
    Unavailable why = written(group, flush);
    for (Op op : group) {
      answer(op, why);
    }
    if (why == null) {
      checkpoints.wrote(group);
    }
    return why == null;
  }

  private static void answer(Op op, @Nullable Unavailable why) {
    try {
      if (why == null) {
        op.durable();
      } else {
        op.failed(why);
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "whoever listens to the store must not throw", e);
    }
  }

  /** Writes the group; why it could not, if so. */
  private @Nullable Unavailable written(List<Op> group, boolean flush) {
    Db db = lane.borrow();
    try {
      if (flush) {
        behind.flush(db);
        keys.flush(db);
      }
      for (Op op : group) {
        op.run(db);
      }
      hook.at(Moment.BEFORE_COMMIT);
      db.commit();
      hook.at(Moment.AFTER_COMMIT);
    } catch (SQLException | RuntimeException e) {
      if (!failing) {
        LOG.log(System.Logger.Level.ERROR, "writes fail from now on", e);
      }
      failing = true;
      takeBack(db);
      behind.restore(RETRY_NANOS);
      return new Unavailable("the database", e);
    } finally {
      lane.giveBack(db);
    }
    if (failing) {
      LOG.log(System.Logger.Level.INFO, "writes succeed again");
    }
    failing = false;
    if (flush) {
      keys.flushed();
      behind.flushed();
    }
    return null;
  }

  private static void takeBack(Db db) {
    try {
      db.rollback();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.ERROR, "failed writes could not be taken back", e);
    }
  }

  private static Unavailable closed() {
    return new Unavailable("the store is closed", new IllegalStateException("closed"));
  }
}
