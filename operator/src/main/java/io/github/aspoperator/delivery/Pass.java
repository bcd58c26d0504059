package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one pass of the drain is about; what came of it so far is its {@link Progress}.
 *
 * @param bell what rang
 * @param head the head the pass started from
 * @param before the roster at that head; nothing before genesis
 * @param commits what comes after that head, at least one
 * @param end the state at the end of them
 */
record Pass(Bell bell, Head head, Optional<Roster> before, List<Commit> commits, SessionState end) {

  /** The pass over {@code commits}, which follow {@code head} without a gap. */
  static Pass over(Bell bell, Head head, Optional<Roster> before, List<Commit> commits) {
    @Nullable SessionState state = null;
    if (before.isPresent()) {
      state = new SessionState(before.get(), head.sequence(), head.at());
    }
    for (Commit commit : commits) {
      state = state == null ? Fold.begin(commit) : Fold.apply(state, commit);
    }
    return new Pass(bell, head, before, commits, Objects.requireNonNull(state));
  }

  SessionId session() {
    return bell.session();
  }

  /** Where everybody stands who does not lag. */
  Mark start() {
    return Mark.at(Math.max(head.sequence(), 0));
  }

  /**
   * Whether half a stretch has gone at {@code now}, epoch milliseconds, since the first of the
   * commits was written. The other half is for what happens to whoever is handed things now.
   */
  boolean isLate(long now, DeliveryLimits limits) {
    return now - commits.getFirst().at() > limits.stretchMillis() / 2;
  }

  /**
   * Whether every laggard is looked after at the end, since what rang may be what a crash left half
   * done.
   */
  boolean lookAtAll() {
    return bell.isStaleAt(head.sequence());
  }

  /**
   * The bell to go on with when the head was lost: whoever had to be looked after still has to be.
   */
  Bell bellAgain() {
    return lookAtAll() ? Bell.of(session()) : Bell.of(commits.getLast());
  }

  /** The bell to go on with when it may speak of more than this pass has read. */
  Optional<Bell> unreached() {
    return bell.isReachedBy(end.sequence()) ? Optional.empty() : Optional.of(bell);
  }

  Handle handle(int member) {
    return end.roster().members().get(member).handle();
  }

  /** Whether the roster at the end differs from the one at the head. */
  boolean changesRoster() {
    return end.roster().through() > head.sequence();
  }
}
