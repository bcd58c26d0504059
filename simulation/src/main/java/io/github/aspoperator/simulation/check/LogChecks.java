package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.SessionCalls;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.History;
import io.github.aspoperator.simulation.play.World;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is read is what was written (invariants 1, 4 and 8). */
final class LogChecks {

  private static final int ALL = 1_000;

  private LogChecks() {}

  /** Every session was handed over to its end, and its members find it. */
  static void atRest(World world) {
    SessionCalls calls = new SessionCalls(world.ports());
    for (SessionId session : world.logs().sessions()) {
      long head = world.ports().heads().read(session).sequence();
      if (head != world.logs().length(session)) {
        world
            .troubles()
            .found(
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
          world.troubles().found("invariant 8: the index of " + actor + " has not " + session);
        }
      }
    }
  }

  /** Every reading is what was visible at some moment between its request and its answer. */
  static void whatWasRead(World world) {
    for (History.Looked looked : world.history().looked()) {
      Truth truth = Truth.of(looked.reader(), world.logs().commits(looked.session()));
      List<Long> read = looked.events().stream().map(SessionEvent::sequence).toList();
      boolean right = false;
      for (long log = looked.atLeast(); log <= looked.atMost() && !right; log++) {
        right = truth.visible(log).equals(read);
      }
      if (!right) {
        world
            .troubles()
            .found(
                "invariant 4: "
                    + looked.reader()
                    + " reads "
                    + read
                    + " of "
                    + looked.session().text());
      }
    }
  }
}
