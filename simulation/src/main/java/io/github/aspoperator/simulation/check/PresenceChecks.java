package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.Line;
import io.github.aspoperator.simulation.play.World;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What presence promises (protocol section 5): nothing too early, and nothing lost. */
final class PresenceChecks {

  /** Clocks differ, and whoever writes is not there at once. */
  private static final long TOLERANCE_MILLIS = 1_000;

  private PresenceChecks() {}

  static void atRest(World world) {
    for (Actor actor : world.actors()) {
      Presence presence = world.ports().presences().read(actor.handle());
      lines(world, actor, presence);
      for (SessionId session : world.logs().sessions()) {
        Optional<SessionState> state = world.logs().state(session);
        if (state.isPresent() && state.get().roster().isActive()) {
          wrong(world, actor, presence, state.get())
              .ifPresent(what ->
                  world
                      .troubles()
                      .found("presence: " + actor + " is " + what + " in " + session.text()));
        }
      }
    }
  }

  private static void lines(World world, Actor actor, Presence presence) {
    for (Line line : world.lines()) {
      if (line.agent() != actor.number()) {
        continue;
      }
      Optional<Connection> recorded = presence.find(new ConnectionId(line.id()));
      if (line.state() == Line.State.CLOSED && recorded.isPresent()) {
        world.troubles().found("presence: " + line + " is gone, and still recorded");
      }
      if (line.state() == Line.State.OPEN) {
        if (recorded.isEmpty()) {
          world.troubles().found("invariant 1: " + line + " is open, and nobody knows it");
        } else if (!recorded.get().ready()) {
          world.troubles().found("invariant 8: " + line + " is never ready");
        }
      }
    }
  }

  private static Optional<String> wrong(
      World world, Actor actor, Presence presence, SessionState state) {
    Optional<Standing> standing = state.member(actor.handle()).map(Member::standing);
    if (standing.isEmpty() || !(standing.get() instanceof Standing.Joined joined)) {
      return Optional.empty();
    }
    boolean tracked = presence.epoch() > joined.epoch();
    if (presence.isOnline() && joined.away()) {
      return Optional.of("online, and shown as disconnected,");
    }
    if (presence.expiredThrough() > joined.epoch()) {
      return Optional.of("joined, though its grace ran out,");
    }
    if (!presence.isOnline() && tracked && !joined.away()) {
      return Optional.of("away, and shown as connected,");
    }
    if (!presence.isOnline() && tracked && world.settings().windows().graceMillis().isPresent()) {
      return Optional.of("away for ever");
    }
    if (!presence.isOnline() && !tracked && joined.away()) {
      return Optional.of("joined while away, and shown as disconnected,");
    }
    return Optional.empty();
  }

  /** Nobody is made to leave, or shown as away, before its window has passed. */
  static void inTheLog(World world) {
    OptionalLong grace = world.settings().windows().graceMillis();
    long away = world.settings().windows().awayMillis();
    for (SessionId session : world.logs().sessions()) {
      for (Commit commit : world.logs().commits(session)) {
        for (SessionEvent event : commit.events()) {
          switch (event.payload()) {
            case Payload.Left(var agent, var how) when how == Departure.GRACE_EXPIRED ->
                since(world, agent, event, grace.orElse(Long.MAX_VALUE / 2));
            case Payload.Disconnected(var agent) -> since(world, agent, event, away);
            default -> {}
          }
        }
      }
    }
  }

  /** There must have been an absence that long before {@code event}. */
  private static void since(World world, Handle agent, SessionEvent event, long window) {
    Actor actor =
        world.actors().stream().filter(a -> a.handle().equals(agent)).findFirst().orElseThrow();
    List<Line> lines =
        world.lines().stream().filter(line -> line.agent() == actor.number()).toList();
    boolean absent = false;
    for (Line line : lines) {
      // one whose handshake was refused was recorded for a moment, at some time since it began
      long from = line.wasOpen() ? line.until() : line.since();
      long back = event.createdAt();
      for (Line other : lines) {
        if (other != line && other.until() > from && other.wasOpen()) {
          back = Math.min(back, other.since());
        }
      }
      absent |= back - from >= window - TOLERANCE_MILLIS;
    }
    if (!absent) {
      world
          .troubles()
          .found(
              "presence: too early, "
                  + event.payload()
                  + " as "
                  + event.sequence()
                  + " of "
                  + event.session().text());
    }
  }
}
