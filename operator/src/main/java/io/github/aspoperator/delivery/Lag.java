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
 * @param headVersion of the head from which the drain that created it started
 * @param handouts what was handed over lately while it, or those before it, were there
 * @param doneAt when nothing was owed any more, epoch milliseconds; it stays for as long as a
 *     stretch may reach back
 */
public record Lag(
    Handle agent,
    SessionId session,
    int member,
    Mark mark,
    Ulid generation,
    Mark from,
    long headVersion,
    Handouts handouts,
    OptionalLong doneAt) {

  /** Newly owed, from {@code mark} on. */
  public static Lag create(
      Handle agent,
      SessionId session,
      int member,
      Mark mark,
      Ulid generation,
      long headVersion,
      Handouts handouts) {
    return new Lag(
        agent,
        session,
        member,
        mark,
        generation,
        mark,
        headVersion,
        handouts,
        OptionalLong.empty());
  }

  /** Handed over up to {@code next} at {@code now}; remembered for {@code span} milliseconds. */
  public Lag moved(Mark next, long now, long span) {
    if (next.equals(mark)) {
      return this;
    }
    Handouts more = handouts.and(new Handouts.Handout(mark, now), span);
    return new Lag(agent, session, member, next, generation, from, headVersion, more, doneAt);
  }

  /** Nothing owed any more, at {@code now}. */
  public Lag finished(long now) {
    return new Lag(
        agent,
        session,
        member,
        mark,
        generation,
        from,
        headVersion,
        handouts,
        OptionalLong.of(now));
  }

  /**
   * In the place of {@code earlier}: what was handed over before then is not forgotten, since a
   * connection that took it may have been dead.
   */
  public Lag behind(Lag earlier, long span) {
    Handouts both = handouts.behind(earlier.handouts, span);
    return new Lag(agent, session, member, mark, generation, from, headVersion, both, doneAt);
  }

  /** Whether something is still owed. */
  public boolean isOpen() {
    return doneAt.isEmpty();
  }

  /**
   * Whether this one takes the place of {@code earlier}. A drain that started from an older head
   * has lost it already, and what it noted counts for nothing. Of two that started from the same
   * one either may still win: what both handed over is where the earlier mark is.
   */
  public boolean supersedes(Lag earlier) {
    return headVersion == earlier.headVersion
        ? from.compareTo(earlier.from) < 0
        : headVersion > earlier.headVersion;
  }
}
