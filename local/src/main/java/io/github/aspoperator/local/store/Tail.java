package io.github.aspoperator.local.store;

import io.github.aspoperator.session.SessionState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The end of a log that has commits on their way to the disk; guarded by its session's lock. */
final class Tail {

  /** In the order of the log; at most the last one is not certain. */
  final Deque<Pending> pending = new ArrayDeque<>();

  /** Whether somebody was given a state that counts on them. */
  boolean shown;

  /**
   * A group with one of them failed: none of them is there, and none may be written any more. The
   * writer's thread alone looks at this.
   */
  boolean lost;

  Optional<SessionState> end() {
    return Optional.of(pending.getLast().after);
  }
}
