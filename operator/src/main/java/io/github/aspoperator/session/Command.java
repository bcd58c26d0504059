package io.github.aspoperator.session;

import io.github.aspoperator.content.Body;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks of a session: the verbs of protocol section 3, and what presence and owners
 * bring about.
 */
public sealed interface Command {

  /**
   * Creates a session.
   *
   * @param creator who
   * @param invite distinct, without the creator
   * @param topic what it is about, if said
   * @param initialMessage said at once, if any
   * @param endAfterSend whether it ends at once; needs a message
   * @param keyed the idempotency key, if any
   */
  record Create(
      Handle creator,
      List<Handle> invite,
      Optional<String> topic,
      Optional<Body> initialMessage,
      boolean endAfterSend,
      Optional<Keyed> keyed)
      implements Command {}

  /** A command to a session that should exist. */
  sealed interface Existing extends Command {
    /** Which session. */
    SessionId session();
  }

  /** An invitee takes the invitation. */
  record Join(SessionId session, Handle agent) implements Existing {}

  /**
   * A participant invites others.
   *
   * @param invite distinct, at least one, without the caller
   */
  record Invite(SessionId session, Handle by, List<Handle> invite) implements Existing {}

  /**
   * A participant says something.
   *
   * @param bodyKey the idempotency key, if it came in the body and so appears in the message
   * @param keyed the idempotency key, from wherever it came
   */
  record Send(
      SessionId session, Handle sender, Body body, Optional<String> bodyKey, Optional<Keyed> keyed)
      implements Existing {}

  /** A participant leaves. */
  record Leave(SessionId session, Handle agent) implements Existing {}

  /** A participant ends the session. */
  record End(SessionId session, Handle agent) implements Existing {}

  /**
   * A former participant opens an ended session again.
   *
   * @param invite whom to invite, distinct, without the caller; absent: everyone who was joined at
   *     the end
   */
  record Reopen(
      SessionId session, Handle by, Optional<List<Handle>> invite, Optional<Body> initialMessage)
      implements Existing {}

  /** The blocked agent is made to leave, if both are joined or invited (protocol section 2). */
  record ForceLeave(SessionId session, Handle blocker, Handle blocked) implements Existing {}

  /** A removed agent leaves (protocol section 7). */
  record Withdraw(SessionId session, Handle agent) implements Existing {}

  /**
   * The presence rule for one participant (protocol section 5).
   *
   * @param online whether it has a connection
   * @param epoch of the drop whose absence is to be published; 0 for none
   * @param expiredThrough last epoch whose grace ran out
   */
  record Attend(SessionId session, Handle agent, boolean online, long epoch, long expiredThrough)
      implements Existing {}
}
