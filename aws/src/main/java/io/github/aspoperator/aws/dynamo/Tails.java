package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.util.List;
import java.util.Optional;

/**
 * What this process has seen last of the ends of some logs, so that who appends with an idempotency
 * key need not read the commits again that its decision rests on.
 */
final class Tails {

  private final Recent<Tail> recent = new Recent<>();

  /**
   * The end of a log.
   *
   * @param head a sequence that a head once had: the keys of all commits up to it were remembered
   *     before it could be read
   * @param commits what follows it, without a gap
   */
  record Tail(long head, List<Commit> commits) {

    /** The last event it knows of. */
    long last() {
      return commits.isEmpty() ? head : commits.getLast().last();
    }
  }

  /** A tail that reaches just before {@code key} or beyond, if one was seen. */
  Optional<Tail> reaching(SessionId session, long key) {
    return recent.find(session).filter(tail -> tail.last() >= key - 1);
  }

  Tail keep(SessionId session, Tail tail) {
    recent.keep(session, tail);
    return tail;
  }
}
