package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import java.util.Optional;

/**
 * Rosters that this process has read lately, by session and the commit they stand at. A roster at a
 * commit never changes, so what is here is always true, and a message to a large session does not
 * pay for its roster.
 */
final class Rosters {

  private final Recent<Roster> recent = new Recent<>();

  /** The roster at the commit that ends with {@code through}, if it is known here. */
  Optional<Roster> find(SessionId session, long through) {
    return recent.find(session).filter(roster -> roster.through() == through);
  }

  /** Whether any roster of the session is known here. */
  boolean knows(SessionId session) {
    return recent.find(session).isPresent();
  }

  Roster keep(Roster roster) {
    recent.keep(roster.session(), roster);
    return roster;
  }
}
