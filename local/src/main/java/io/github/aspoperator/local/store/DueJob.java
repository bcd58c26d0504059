package io.github.aspoperator.local.store;

import io.github.aspoperator.job.Job;
import java.util.Comparator;

/**
 * A job that waits, or runs.
 *
 * @param id names it to {@link StoredJobs}; later ones have higher ids
 * @param dueAt epoch milliseconds before which it does not run; 0 for at once
 * @param job what to do
 */
public record DueJob(long id, long dueAt, Job job) implements Comparable<DueJob> {

  private static final Comparator<DueJob> ORDER =
      Comparator.comparingLong(DueJob::dueAt).thenComparingLong(DueJob::id);

  /** What is due first comes first, then what came first. */
  @Override
  public int compareTo(DueJob other) {
    return ORDER.compare(this, other);
  }
}
