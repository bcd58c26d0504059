package io.github.aspoperator.session;

import io.github.aspoperator.identity.EventId;
import io.github.aspoperator.identity.MessageId;
import io.github.aspoperator.identity.SessionId;

/**
 * One entry of a session's log (protocol section 5).
 *
 * @param session whose log
 * @param id the event's id
 * @param sequence its place, from 1, without gaps (invariant 5)
 * @param createdAt epoch milliseconds, never before the event in front of it
 * @param payload what it says
 */
public record SessionEvent(
    SessionId session, EventId id, long sequence, long createdAt, Payload payload) {

  /** The id of the message this event carries: the same bits. */
  public MessageId messageId() {
    return new MessageId(id.ulid());
  }
}
