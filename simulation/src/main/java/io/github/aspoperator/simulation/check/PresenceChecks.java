package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.Hearing;
import java.util.List;
import java.util.OptionalLong;

/** What presence promises (protocol section 5): nothing too early. */
final class PresenceChecks {

  /** Clocks differ, and whoever writes is not there at once. */
  private static final long TOLERANCE_MILLIS = 1_000;

  private PresenceChecks() {}

  /** Nobody is made to leave, or shown as away, before its window has passed. */
  static void inTheLog(Evidence evidence) {
    OptionalLong grace = evidence.windows().graceMillis();
    long away = evidence.windows().awayMillis();
    for (SessionId session : evidence.sessions()) {
      for (Commit commit : evidence.commits(session)) {
        for (SessionEvent event : commit.events()) {
          switch (event.payload()) {
            case Payload.Left(var agent, var how) when how == Departure.GRACE_EXPIRED ->
                since(evidence, agent, event, grace.orElse(Long.MAX_VALUE / 2));
            case Payload.Disconnected(var agent) -> since(evidence, agent, event, away);
            default -> {}
          }
        }
      }
    }
  }

  /** There must have been an absence that long before {@code event}. */
  private static void since(Evidence evidence, Handle agent, SessionEvent event, long window) {
    List<? extends Hearing> hearings = evidence.hearings(agent);
    boolean absent = false;
    for (Hearing hearing : hearings) {
      // one whose handshake was refused was recorded for a moment, at some time since it began
      long from = hearing.wasOpen() ? hearing.until() : hearing.since();
      long back = event.createdAt();
      for (Hearing other : hearings) {
        if (!other.equals(hearing) && other.until() > from && other.wasOpen()) {
          back = Math.min(back, other.since());
        }
      }
      absent |= back - from >= window - TOLERANCE_MILLIS;
    }
    if (!absent) {
      evidence.found(
          "presence: too early, "
              + event.payload()
              + " as "
              + event.sequence()
              + " of "
              + event.session().text());
    }
  }
}
