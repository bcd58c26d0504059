package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has seen last of the ends of some logs, so that who appends with an idempotency
 * key need not read the commits again that its decision rests on.
 */
final class Tails {

  private static final int MOST = 1_000;

  private final Map<SessionId, Tail> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Tail> eldest) {
          return size() > MOST;
        }
      };

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
  synchronized Optional<Tail> reaching(SessionId session, long key) {
    return Optional.ofNullable(latest.get(session)).filter(tail -> tail.last() >= key - 1);
  }

  synchronized Tail keep(SessionId session, Tail tail) {
    latest.put(session, tail);
    return tail;
  }
}
