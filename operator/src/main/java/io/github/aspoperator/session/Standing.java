package io.github.aspoperator.session;

/** A participant's status with what belongs to it (protocol section 3). */
public sealed interface Standing {

  /** Invited, not joined. */
  record Invited() implements Standing {}

  /**
   * Joined.
   *
   * @param epoch the presence epoch when it became so (je of the presence rule)
   * @param away whether a {@code session.disconnected} of it is published and not yet answered by a
   *     reconnection
   */
  record Joined(long epoch, boolean away) implements Standing {}

  /**
   * No longer a participant.
   *
   * @param at epoch milliseconds
   * @param sequence the event that made it so
   * @param how why
   */
  record Left(long at, long sequence, Departure how) implements Standing {}
}
