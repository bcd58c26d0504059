package io.github.aspoperator.session;

import io.github.aspoperator.identity.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Port: the logs of all sessions. What {@link #append} has answered {@link Appended.Done} for is
 * durable, and every later read sees it. Every method throws {@link
 * io.github.aspoperator.refusal.Unavailable} when the store does not answer; an append may then
 * have happened or not, and repeating it with the same commit tells.
 */
public interface SessionLog {

  /**
   * Puts {@code commit} at its key, if nothing is there and its idempotency key is not remembered:
   * one atomic step as to the key of the log. A repeated call with the very same command id answers
   * {@link Appended.Done} again. After it is durable the session's bell rings.
   */
  Appended append(Commit commit);

  /**
   * The durable commits of {@code session} that hold events after {@code after} (-1: from genesis
   * on), in order, from the one that contains {@code after + 1}; at most {@code maxBytes} of
   * bodies, but at least one if there is one.
   */
  List<Commit> read(SessionId session, long after, int maxBytes);

  /**
   * The same, but with {@code maxCommits} commits at most: what a reader that needs few asks for
   * where reading costs.
   */
  default List<Commit> read(SessionId session, long after, int maxBytes, int maxCommits) {
    List<Commit> page = read(session, after, maxBytes);
    return page.subList(0, Math.min(page.size(), maxCommits));
  }

  /**
   * A state that the log had not long ago, as cheaply as it can be had. Enough to decide on what is
   * appended then, since the append proves that nothing happened in between; a refusal must rest on
   * the {@linkplain #state end of the log}.
   */
  default Glance glance(SessionId session) {
    return new Glance(state(session), true);
  }

  /**
   * What a glance shows.
   *
   * @param state of a session, or nothing where none was seen
   * @param atEnd whether this is what {@link #state} would have answered
   */
  record Glance(Optional<SessionState> state, boolean atEnd) {}

  /**
   * The state at the end of the log, or nothing for a session that does not exist. It may count in
   * commits that are on their way; who answers from it without an append calls {@link #confirm}.
   */
  Optional<SessionState> state(SessionId session);

  /**
   * Returns once the log is durable up to {@code sequence}, which {@link #state} has answered: what
   * was told to somebody is not taken back by a crash (invariant 1). A log whose states are durable
   * has nothing to do. Throws {@link io.github.aspoperator.refusal.Unavailable} when what was on
   * its way is lost.
   */
  default void confirm(SessionId session, long sequence) {}

  /**
   * The last sequence whose event was created before {@code millis}: 0 when all were created since,
   * so that reading after it yields exactly what is newer.
   */
  long lastBefore(SessionId session, long millis);

  /** What came of an append. */
  sealed interface Appended {
    /** It is there, durably. */
    record Done() implements Appended {}

    /**
     * Another commit has the key.
     *
     * @param winner the one that is there
     */
    record Taken(Commit winner) implements Appended {}

    /**
     * Its idempotency key was used before.
     *
     * @param first the commit that answered for the key
     */
    record Known(Commit first) implements Appended {}
  }
}
