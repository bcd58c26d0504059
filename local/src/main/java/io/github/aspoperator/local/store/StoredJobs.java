package io.github.aspoperator.local.store;

import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@link Jobs}, and what a runner needs of them. All that wait are in memory too, so that asking
 * costs nothing. A replay is in memory only, and one that waits already is not put there twice.
 */
public final class StoredJobs implements Jobs {

  private final Writer writer;
  private final Behind behind;
  private final Dirty<Long, Boolean> deletions;
  private final Runnable wake;
  private final TreeSet<DueJob> waiting = new TreeSet<>();
  private final Set<Job> replays = new HashSet<>();
  private final Map<Long, DueJob> running = new HashMap<>();
  private long nextId = 1;

  StoredJobs(List<DueJob> left, Writer writer, Behind behind, Runnable wake) {
    this.writer = writer;
    this.behind = behind;
    this.deletions = behind.table(new Dirty<>((db, id, gone) -> JobTable.delete(db, id)));
    this.wake = wake;
    for (DueJob due : left) {
      waiting.add(due);
      nextId = Math.max(nextId, due.id() + 1);
    }
  }

  @Override
  public void enqueue(Job job) {
    enqueueAt(job, 0);
  }

  @Override
  public void enqueueAt(Job job, long dueAt) {
    DueJob due = new DueJob(nextId(), dueAt, job);
    if (!(job instanceof Job.Replay)) {
      writer.write(db -> {
        JobTable.insert(db, due);
        return true;
      });
    }
    if (add(due)) {
      wake.run();
    }
  }

  private synchronized long nextId() {
    return nextId++;
  }

  private synchronized boolean add(DueJob due) {
    return (due.dueAt() != 0 || !(due.job() instanceof Job.Replay) || replays.add(due.job()))
        && waiting.add(due);
  }

  /**
   * Hands out what is due at {@code now}, the first due first, at most {@code limit}. A job that
   * was handed out is not handed out again, but by {@link #later} or after a restart.
   */
  public synchronized List<DueJob> due(long now, int limit) {
    List<DueJob> due = new ArrayList<>();
    while (due.size() < limit && !waiting.isEmpty() && waiting.getFirst().dueAt() <= now) {
      DueJob first = waiting.removeFirst();
      replays.remove(first.job());
      running.put(first.id(), first);
      due.add(first);
    }
    return due;
  }

  /** When the next one is due that was not handed out; 0 for at once. */
  public synchronized OptionalLong nextDueAt() {
    return waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(waiting.getFirst().dueAt());
  }

  /** A job that was handed out is done; a crash within moments may hand it out once more. */
  public void done(long id) {
    DueJob due = handedOut(id);
    if (due != null && !(due.job() instanceof Job.Replay)) {
      behind.write(() -> deletions.put(id, true));
    }
  }

  /** A job that was handed out failed, and is to be handed out again from {@code dueAt} on. */
  public void later(long id, long dueAt) {
    DueJob due = handedOut(id);
    if (due != null && add(new DueJob(id, dueAt, due.job()))) {
      wake.run();
    }
  }

  private synchronized @Nullable DueJob handedOut(long id) {
    return running.remove(id);
  }
}
