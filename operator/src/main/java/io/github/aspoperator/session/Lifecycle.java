package io.github.aspoperator.session;

/** Whether a session is active or ended (protocol section 3). */
public sealed interface Lifecycle {

  /** Active. */
  record Active() implements Lifecycle {}

  /**
   * Ended.
   *
   * @param at epoch milliseconds
   * @param commit first sequence of the commit that ended it
   * @param sequence the {@code session.ended}
   * @param sendAndEnd whether creation itself ended it, so that its invitees may answer by
   *     reopening
   */
  record Ended(long at, long commit, long sequence, boolean sendAndEnd) implements Lifecycle {}
}
