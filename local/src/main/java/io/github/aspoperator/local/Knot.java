package io.github.aspoperator.local;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.local.store.StoreEvents;
import io.github.aspoperator.local.work.Bells;
import io.github.aspoperator.local.work.JobLoop;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.session.Commit;
import org.jspecify.annotations.Nullable;

/**
 * What the store tells, to those who are made after it. Before it is tied nobody has anything to be
 * told.
 */
final class Knot implements StoreEvents {

  private volatile @Nullable Bells bells;
  private volatile @Nullable JobLoop jobs;
  private volatile @Nullable JobRunner runner;

  void tie(Bells nextBells, JobLoop nextJobs, JobRunner nextRunner) {
    runner = nextRunner;
    jobs = nextJobs;
    bells = nextBells;
  }

  /** Nobody is told anything any more: the next start finds what is left. */
  void untie() {
    bells = null;
    jobs = null;
  }

  JobRunner runner() {
    JobRunner tied = runner;
    if (tied == null) {
      throw new IllegalStateException("nothing runs before everything is wired");
    }
    return tied;
  }

  @Override
  public void committed(Commit commit) {
    Bells tied = bells;
    if (tied != null) {
      tied.ring(Bell.of(commit));
    }
  }

  @Override
  public void jobEnqueued() {
    JobLoop tied = jobs;
    if (tied != null) {
      tied.wake();
    }
  }
}
