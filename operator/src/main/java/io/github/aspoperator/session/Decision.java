package io.github.aspoperator.session;

import io.github.aspoperator.refusal.Refusal;

/** What comes of a command. */
public sealed interface Decision {

  /**
   * Events to put in the log.
   *
   * @param commit at the key that the state says is next
   */
  record Append(Commit commit) implements Decision {}

  /** Accepted, and nothing changes. */
  record Nothing() implements Decision {}

  /**
   * Refused; nothing is written.
   *
   * @param refusal why
   */
  record Refuse(Refusal refusal) implements Decision {}
}
