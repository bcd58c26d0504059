package io.github.aspoperator.delivery;

/**
 * How far a session has been drained. Small whatever the size of the session.
 *
 * @param sequence s: every event up to here was handed to everyone eligible, or is owed to a
 *     laggard; -1 before the genesis commit was drained
 * @param at created_at of that event
 * @param version v: raised by every change
 * @param lagging members who are owed events up to s
 * @param rosterThrough m: last sequence of the last commit up to s that changed the roster
 */
public record Head(long sequence, long at, long version, MemberBits lagging, long rosterThrough) {

  /** Of a session that was never drained. */
  public static final Head START = new Head(-1, 0, 0, MemberBits.NONE, -1);
}
