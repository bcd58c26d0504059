package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.OptionalLong;

/**
 * What one agent is owed in one session. Only the drain creates it; it may be moved and finished
 * only under the generation that was read, so that nothing hits a later one.
 *
 * @param agent who is owed
 * @param session where
 * @param member the agent's index there
 * @param mark up to where it was handed over
 * @param generation fresh at each creation
 * @param from the mark at creation
 * @param movedAt epoch milliseconds of the last change of the mark
 * @param doneAt when nothing was owed any more; it stays for the length of the stretch
 */
public record Lag(
    Handle agent,
    SessionId session,
    int member,
    Mark mark,
    Ulid generation,
    Mark from,
    long movedAt,
    OptionalLong doneAt) {

  /** With another mark. */
  Lag at(Mark next) {
    return new Lag(agent, session, member, next, generation, from, movedAt, doneAt);
  }

  /** Whether something is still owed. */
  public boolean isOpen() {
    return doneAt.isEmpty();
  }
}
