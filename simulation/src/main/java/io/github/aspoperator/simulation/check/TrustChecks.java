package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.simulation.play.Actor;
import io.github.aspoperator.simulation.play.Line;
import io.github.aspoperator.simulation.play.World;
import java.util.Optional;

/** Blocks and removals have taken effect, and denials tell nothing (invariants 4 and 7). */
final class TrustChecks {

  private TrustChecks() {}

  static void atRest(World world) {
    for (SessionId session : world.logs().sessions()) {
      Optional<SessionState> state = world.logs().state(session);
      if (state.isPresent() && state.get().roster().isActive()) {
        active(world, state.get());
      }
    }
    for (Line line : world.lines()) {
      Actor actor = world.actors().get(line.agent());
      boolean dead =
          !actor.isUnsure() && (actor.isRemoved() || !actor.token().secret().equals(line.token()));
      if (dead && line.state() == Line.State.OPEN) {
        world.found("invariant 4: " + line + " is open under a dead token");
      }
    }
    for (History.Compared pair : world.history().compared()) {
      if (!pair.denied().equals(pair.absent())) {
        world.found("invariant 7: " + pair.denied() + " for a denial, " + pair.absent());
      }
    }
  }

  private static void active(World world, SessionState state) {
    for (History.Standing block : world.history().blocks()) {
      if (takesPart(state, block.blocker()) && takesPart(state, block.blocked())) {
        world.found("invariant 4: " + block + " in " + state.id().text());
      }
    }
    for (Actor actor : world.actors()) {
      if (actor.isRemoved() && !actor.isUnsure() && takesPart(state, actor.handle())) {
        world.found("invariant 4: " + actor + " is removed, and takes part");
      }
    }
  }

  private static boolean takesPart(SessionState state, Handle handle) {
    return state.member(handle).filter(Member::isActive).isPresent();
  }
}
