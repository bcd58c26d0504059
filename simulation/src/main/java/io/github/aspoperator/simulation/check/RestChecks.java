package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.Line;
import io.github.aspoperator.simulation.play.World;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What nothing but a look into the operator tells: it is where it should be (invariant 8). */
final class RestChecks {

  private static final int ALL = 1_000;

  private RestChecks() {}

  /** Without a fault, only a token that is dead makes the operator close a connection. */
  static void nothingClosed(World world) {
    if (!world.isCalm()) {
      return;
    }
    for (Line line : world.lines()) {
      Actor actor = world.actors().get(line.agent());
      boolean good =
          !actor.isUnsure() && !actor.isRemoved() && actor.token().secret().equals(line.token());
      if (line.isClosedByOperator() && good) {
        world.found("invariant 1: " + line + " is closed for no reason");
      }
    }
  }

  /** Every session was handed over to its end, and its members find it. */
  static void logs(World world) {
    SessionCalls calls = new SessionCalls(world.ports());
    for (SessionId session : world.logs().sessions()) {
      long head = world.ports().heads().read(session).sequence();
      if (head != world.logs().length(session)) {
        world.found(
            "invariant 8: the head of "
                + session.text()
                + " stays at "
                + head
                + " of "
                + world.logs().length(session));
      }
    }
    for (Actor actor : world.actors()) {
      Set<SessionId> listed = new HashSet<>();
      calls
          .list(actor.handle(), Optional.empty(), ALL)
          .sessions()
          .forEach(state -> listed.add(state.id()));
      for (SessionId session : world.logs().sessions()) {
        boolean member =
            world.logs().state(session).flatMap(s -> s.member(actor.handle())).isPresent();
        if (member != listed.contains(session)) {
          world.found("invariant 8: the index of " + actor + " has not " + session);
        }
      }
    }
  }

  static void presence(World world) {
    for (Actor actor : world.actors()) {
      Presence presence = world.ports().presences().read(actor.handle());
      lines(world, actor, presence);
      for (SessionId session : world.logs().sessions()) {
        Optional<SessionState> state = world.logs().state(session);
        if (state.isPresent() && state.get().roster().isActive()) {
          wrong(world, actor, presence, state.get())
              .ifPresent(what ->
                  world.found("presence: " + actor + " is " + what + " in " + session.text()));
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
        world.found("presence: " + line + " is gone, and still recorded");
      }
      if (line.state() == Line.State.OPEN) {
        if (recorded.isEmpty()) {
          world.found("invariant 1: " + line + " is open, and nobody knows it");
        } else if (!recorded.get().ready()) {
          world.found("invariant 8: " + line + " is never ready");
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
    if (!presence.isOnline() && tracked && world.windows().graceMillis().isPresent()) {
      return Optional.of("away for ever");
    }
    if (!presence.isOnline() && !tracked && joined.away()) {
      return Optional.of("joined while away, and shown as disconnected,");
    }
    return Optional.empty();
  }
}
