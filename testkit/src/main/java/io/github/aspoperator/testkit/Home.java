package io.github.aspoperator.testkit;

import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Block;
import io.github.aspoperator.trust.Blocks;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All ports of one home, empty when it is made. The ports are asked for anew after a {@link
 * #restart}, and may be used by many threads.
 */
public interface Home extends AutoCloseable {

  /** Callers of the longest lists. */
  int FILLING_CALLERS = 50;

  SessionLog log();

  Idempotency idempotency();

  SessionIndex index();

  Heads heads();

  Lags lags();

  Presences presences();

  Jobs jobs();

  Agents agents();

  Allowlists allowlists();

  Blocks blocks();

  /**
   * Makes {@code blocker} block all of {@code blocked}: by as many callers as may race, or by a
   * shorter way where there is one and a call takes long, to the same effect.
   */
  default void block(Handle blocker, List<Handle> blocked) {
    Racing.all(
        FILLING_CALLERS,
        caller -> {
          for (int i = caller; i < blocked.size(); i += FILLING_CALLERS) {
            blocks().add(new Block(blocker, blocked.get(i)));
          }
          return true;
        });
  }

  Credentials credentials();

  Owners owners();

  Tickets tickets();

  /** The sessions whose bells have rung since the home was made. */
  Set<SessionId> rung();

  /** The time by which jobs become due, epoch milliseconds. */
  long now();

  /**
   * Lets a worker do what is due at {@code now}, waiting until then if time cannot be moved; what
   * it was given, in the order it was given. Where {@code done} answers false the worker failed.
   */
  List<Job> work(long now, Predicate<Job> done);

  /** Whether anything outlives the process. */
  boolean isDurable();

  /**
   * The process dies, without a moment to tidy up, and another takes its place; asked for only
   * where {@link #isDurable}.
   */
  void restart();

  @Override
  void close();
}
