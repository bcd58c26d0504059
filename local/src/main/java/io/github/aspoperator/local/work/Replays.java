package io.github.aspoperator.local.work;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.job.Job;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Replays, one at a time per agent. One that waits stands for all that are asked for meanwhile;
 * nothing of them need be kept, since no connection survives a restart.
 */
final class Replays {

  private static final System.Logger LOG = System.getLogger(Replays.class.getName());
  private static final long RETRY_MILLIS = 500;

  private final Lanes<Handle> lanes;
  private final Retries retries;
  private final Consumer<Job> runner;
  private final Set<Handle> waiting = ConcurrentHashMap.newKeySet();

  Replays(Executor executor, Retries retries, Consumer<Job> runner) {
    this.lanes = new Lanes<>(executor);
    this.retries = retries;
    this.runner = runner;
  }

  void ask(Job.Replay replay) {
    if (waiting.add(replay.agent())) {
      lanes.run(replay.agent(), () -> run(replay));
    }
  }

  void askIn(long millis, Job.Replay replay) {
    retries.after(millis, () -> ask(replay));
  }

  private void run(Job.Replay replay) {
    waiting.remove(replay.agent());
    try {
      runner.accept(replay);
    } catch (RuntimeException | Error e) {
      LOG.log(
          System.Logger.Level.WARNING, "replay for " + replay.agent() + " failed, again soon", e);
      askIn(RETRY_MILLIS, replay);
    }
  }
}
