package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.Optional;

/**
 * What a session is apart from its messages: changed only by commits that {@link
 * Commit#changesRoster() say more than messages}, so that a message never pays for its size.
 *
 * @param session which one
 * @param creator who created it
 * @param topic what it is about, if said
 * @param createdAt epoch milliseconds
 * @param lifecycle active or ended
 * @param members everyone who is or was a participant
 * @param through last sequence of the last commit that changed it (m of the head)
 */
public record Roster(
    SessionId session,
    Handle creator,
    Optional<String> topic,
    long createdAt,
    Lifecycle lifecycle,
    Members members,
    long through) {

  /** Whether the session is active. */
  public boolean isActive() {
    return lifecycle instanceof Lifecycle.Active;
  }

  Roster with(Lifecycle next) {
    return new Roster(session, creator, topic, createdAt, next, members, through);
  }

  Roster with(Members next) {
    return new Roster(session, creator, topic, createdAt, lifecycle, next, through);
  }

  Roster with(Member member) {
    return with(members.with(member));
  }

  Roster through(long sequence) {
    return new Roster(session, creator, topic, createdAt, lifecycle, members, sequence);
  }
}
