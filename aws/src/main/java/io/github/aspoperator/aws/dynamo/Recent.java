package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What this process has seen last of some sessions, at most {@value #MOST}: for facts that stay
 * true.
 *
 * @param <T> what was seen
 */
final class Recent<T> {

  private static final int MOST = 1_000;

  private final Map<SessionId, T> latest =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SessionId, T> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<T> find(SessionId session) {
    return Optional.ofNullable(latest.get(session));
  }

  synchronized void keep(SessionId session, T seen) {
    latest.put(session, seen);
  }
}
