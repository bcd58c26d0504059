package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import java.util.OptionalLong;

/**
 * Somebody who is or was a participant.
 *
 * @param index place in the session, given once, 0 for the creator, below {@link Members#MAX}
 * @param handle who
 * @param standing the present status
 * @param joinedAt epoch milliseconds of the last becoming-joined
 * @param stint the last stint as joined, {@link Stint#NONE} for none
 */
public record Member(
    int index, Handle handle, Standing standing, OptionalLong joinedAt, Stint stint) {

  /** Whether it is joined. */
  public boolean isJoined() {
    return standing instanceof Standing.Joined;
  }

  /** Whether it is invited. */
  public boolean isInvited() {
    return standing instanceof Standing.Invited;
  }

  /** Whether it is joined or invited. */
  public boolean isActive() {
    return !(standing instanceof Standing.Left);
  }

  Member with(Standing next) {
    return new Member(index, handle, next, joinedAt, stint);
  }

  Member joined(long sequence, long at, Becoming becoming) {
    Standing joined = new Standing.Joined(becoming.epoch(), false);
    return new Member(index, handle, joined, OptionalLong.of(at), Stint.since(sequence));
  }

  /** Left; a stint that was open ends with event {@code seen}. */
  Member left(Standing.Left left, long seen) {
    return new Member(index, handle, left, joinedAt, closed(seen));
  }

  private Stint closed(long seen) {
    return stint.to() == Stint.OPEN ? stint.until(seen) : stint;
  }
}
