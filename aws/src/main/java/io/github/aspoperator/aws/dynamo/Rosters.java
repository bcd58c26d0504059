package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Rosters that this process has read lately, by session and the commit they stand at. A roster at a
 * commit never changes, so what is here is always true, and a message to a large session does not
 * pay for its roster.
 */
final class Rosters {

  private static final int MOST = 1_000;

  private final Map<SessionId, Roster> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, Roster> eldest) {
          return size() > MOST;
        }
      };

  /** The roster at the commit that ends with {@code through}, if it is known here. */
  synchronized Optional<Roster> find(SessionId session, long through) {
    return Optional.ofNullable(latest.get(session)).filter(r -> r.through() == through);
  }

  /** Whether any roster of the session is known here. */
  synchronized boolean knows(SessionId session) {
    return latest.containsKey(session);
  }

  synchronized Roster keep(Roster roster) {
    latest.put(roster.session(), roster);
    return roster;
  }
}
