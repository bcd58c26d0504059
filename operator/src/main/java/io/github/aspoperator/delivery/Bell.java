package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.util.ArrayList;
import java.util.List;

/**
 * A hint that a session may have something to hand over; never the truth.
 *
 * @param session which one
 * @param commits those that rang it, rising, when the ringer has them at hand; a bell that names
 *     none looks after every laggard
 */
public record Bell(SessionId session, List<Commit> commits) {

  /** Copies the list. */
  public Bell {
    commits = List.copyOf(commits);
  }

  /** Rung by {@code commit}. */
  public static Bell of(Commit commit) {
    return new Bell(commit.session(), List.of(commit));
  }

  /** Rung by nothing in particular: a retry, a start. */
  public static Bell of(SessionId session) {
    return new Bell(session, List.of());
  }

  /** One bell for this one and a later one of the same session. */
  public Bell and(Bell later) {
    if (commits.isEmpty() || later.commits.isEmpty()) {
      return of(session);
    }
    List<Commit> both = new ArrayList<>(commits);
    both.addAll(later.commits);
    return new Bell(session, both);
  }

  /**
   * Whether laggards must be looked after, because what rang may be what a crash left half done.
   */
  boolean isStaleAt(long sequence) {
    return commits.isEmpty() || commits.getFirst().last() <= sequence;
  }

  /** What rang beyond {@code sequence}, as far as it follows without a gap. */
  List<Commit> following(long sequence) {
    List<Commit> following = new ArrayList<>();
    long next = sequence + 1;
    for (Commit commit : commits) {
      if (commit.key() == next) {
        following.add(commit);
        next = commit.last() + 1;
      }
    }
    return following;
  }

  /** Whether everything it names lies at or before {@code sequence}. */
  boolean isReachedBy(long sequence) {
    return !commits.isEmpty() && commits.getLast().last() <= sequence;
  }
}
