package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.util.Optional;

/**
 * A hint that a session may have something to hand over; never the truth.
 *
 * @param session which one
 * @param commit the commit that rang it, when the ringer has it at hand; a bell that names none
 *     looks after every laggard
 */
public record Bell(SessionId session, Optional<Commit> commit) {

  /** Rung by {@code commit}. */
  public static Bell of(Commit commit) {
    return new Bell(commit.session(), Optional.of(commit));
  }

  /** Rung by nothing in particular: a retry, a start. */
  public static Bell of(SessionId session) {
    return new Bell(session, Optional.empty());
  }

  /**
   * Whether laggards must be looked after, because what rang may be what a crash left half done.
   */
  boolean isStaleAt(long sequence) {
    return commit.isEmpty() || commit.get().last() <= sequence;
  }
}
