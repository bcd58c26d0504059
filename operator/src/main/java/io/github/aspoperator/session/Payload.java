package io.github.aspoperator.session;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;

/**
 * What an event says: one of the eight kinds of protocol section 5. Components marked <em>log
 * only</em> are kept in the log for the fold and for eligibility and never reach the wire.
 */
public sealed interface Payload {

  /**
   * {@code session.invited}.
   *
   * @param invitee who is invited
   * @param by who invites
   * @param topic the session's topic, when it has one
   * @param initialMessage the whole message, in a send-and-end session only
   */
  record Invited(
      Handle invitee, Handle by, Optional<String> topic, Optional<SessionEvent> initialMessage)
      implements Payload {}

  /**
   * {@code session.joined}: the agent becomes joined.
   *
   * @param agent who joins
   * @param becoming log only
   */
  record Joined(Handle agent, Becoming becoming) implements Payload {}

  /**
   * {@code session.disconnected}: the agent's last connection dropped and stayed away.
   *
   * @param agent who
   */
  record Disconnected(Handle agent) implements Payload {}

  /**
   * {@code session.reconnected}: back within the grace window.
   *
   * @param agent who
   */
  record Reconnected(Handle agent) implements Payload {}

  /**
   * {@code session.left}.
   *
   * @param agent who left
   * @param how why; only whether grace expired reaches the wire
   */
  record Left(Handle agent, Departure how) implements Payload {}

  /**
   * {@code session.message}. Its id is the event's, spelled as a message id.
   *
   * @param sender who says it
   * @param body content and metadata
   * @param idempotencyKey the key, if it was sent in the body
   */
  record Message(Handle sender, Body body, Optional<String> idempotencyKey) implements Payload {}

  /**
   * {@code session.ended}.
   *
   * @param by who ended it; nobody when the last one left
   * @param invitees log only: who was invited until then, and becomes left by it
   */
  record Ended(Optional<Handle> by, List<Handle> invitees) implements Payload {}

  /**
   * {@code session.reopened}: the reopener becomes joined, everyone else left until invited again.
   *
   * @param by who reopened it
   * @param readmitted log only: former participants whom the same commit invites again
   * @param becoming log only
   */
  record Reopened(Handle by, List<Handle> readmitted, Becoming becoming) implements Payload {}
}
