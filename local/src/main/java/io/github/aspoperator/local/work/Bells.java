package io.github.aspoperator.local.work;

import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.identity.SessionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rings a session's drain, at most one at a time: what rings meanwhile is kept as one bell, the
 * latest. A drain that fails is rung again after a while, by a bell that names nothing.
 */
public final class Bells {

  private static final System.Logger LOG = System.getLogger(Bells.class.getName());
  private static final long FIRST_RETRY_MILLIS = 100;
  private static final long LAST_RETRY_MILLIS = 10_000;

  /** Commits one waiting bell holds in memory. */
  private static final int MOST_COMMITS = 256;

  private final Executor executor;
  private final Retries retries;
  private final Consumer<Bell> drain;
  private final Map<SessionId, Slot> ringing = new HashMap<>();

  /** A session whose drain runs, and what rang meanwhile. */
  private static final class Slot {
    private @Nullable Bell waiting;

    /** Keeps one bell for all; a long wait forgets all but the last commit, and the log is read. */
    void keep(Bell bell) {
      Bell kept = waiting;
      boolean alone =
          kept == null || (kept.commits().size() >= MOST_COMMITS && !bell.commits().isEmpty());
      waiting = kept == null || alone ? bell : kept.and(bell);
    }
  }

  /**
   * Bells that {@code drain} answers.
   *
   * @param executor where drains run
   * @param retries where failed ones wait
   */
  public Bells(Executor executor, Retries retries, Consumer<Bell> drain) {
    this.executor = executor;
    this.retries = retries;
    this.drain = drain;
  }

  /** Rings; returns at once. */
  public void ring(Bell bell) {
    synchronized (ringing) {
      Slot slot = ringing.get(bell.session());
      if (slot != null) {
        slot.keep(bell);
        return;
      }
      ringing.put(bell.session(), new Slot());
    }
    executor.execute(() -> answer(bell, FIRST_RETRY_MILLIS));
  }

  private void answer(Bell first, long retryMillis) {
    Optional<Bell> next = Optional.of(first);
    while (next.isPresent()) {
      Bell bell = next.get();
      try {
        drain.accept(bell);
      } catch (RuntimeException | Error e) {
        LOG.log(
            System.Logger.Level.WARNING, "drain of " + bell.session() + " failed, again soon", e);
        long again = Math.min(retryMillis * 2, LAST_RETRY_MILLIS);
        retries.after(retryMillis, () -> answer(Bell.of(bell.session()), again));
        return;
      }
      next = waiting(bell.session());
    }
  }

  private Optional<Bell> waiting(SessionId session) {
    synchronized (ringing) {
      Slot slot = ringing.remove(session);
      if (slot == null || slot.waiting == null) {
        return Optional.empty();
      }
      ringing.put(session, new Slot());
      return Optional.of(slot.waiting);
    }
  }

  /** Whether nothing rings. */
  public boolean isQuiet() {
    synchronized (ringing) {
      return ringing.isEmpty();
    }
  }
}
