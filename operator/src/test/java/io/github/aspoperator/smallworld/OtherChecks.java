package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Block;
import java.util.Optional;

/** What blocks and tokens promise, at rest. */
final class OtherChecks {

  private OtherChecks() {}

  /** What stood when the state was put that is decided on, goes into the decision. */
  static void decided(World world, int session, Log after, Commit commit) {
    Tail tail = world.tail(session);
    for (SessionEvent event : commit.events()) {
      switch (event.payload()) {
        case Payload.Invited invited -> {
          if (isApart(tail, invited.invitee(), true, after)) {
            world.breaks("invited by a trust that was over");
          }
        }
        case Payload.Joined joined -> {
          if (isApart(tail, joined.agent(), false, after)) {
            world.breaks("joined by a trust that was over");
          }
          boolean agents = joined.agent().equals(Cast.AGENT);
          if (agents && joined.becoming().epoch() < tail.epoch()) {
            world.breaks("joined in an epoch that was over");
          }
        }
        default -> {}
      }
    }
  }

  /** Whether somebody inside blocks {@code comer}, or, either way, is blocked. */
  private static boolean isApart(Tail tail, Handle comer, boolean eitherWay, Log log) {
    SessionState state = log.state().orElseThrow();
    return tail.blocks().stream()
        .filter(b -> b.blocked().equals(comer) || (eitherWay && b.blocker().equals(comer)))
        .anyMatch(b -> isInside(state, b.blocker()) && isInside(state, b.blocked()));
  }

  private static boolean isInside(SessionState state, Handle agent) {
    return state.member(agent).filter(Member::isActive).isPresent();
  }

  /** A blocked pair does not stay together. */
  static Optional<String> togetherAtRest(World world) {
    SessionState state = world.log(0).state().orElseThrow();
    for (Block block : world.trust().blocks()) {
      boolean together =
          state.roster().isActive()
              && state.member(block.blocker()).filter(Member::isActive).isPresent()
              && state.member(block.blocked()).filter(Member::isActive).isPresent();
      if (together) {
        return Optional.of("blocked, and still together");
      }
    }
    return Optional.empty();
  }

  /** A removed agent takes part in nothing. */
  static Optional<String> removedAtRest(World world) {
    SessionState state = world.log(0).state().orElseThrow();
    boolean inside = state.member(Cast.AGENT).filter(Member::isActive).isPresent();
    return world.trust().agentRemoved() && inside
        ? Optional.of("removed, and still inside")
        : Optional.empty();
  }

  /** Nothing that a dead token opened stays open. */
  static Optional<String> deadTokenAtRest(World world) {
    for (int i = 0; world.trust().tokenDead() && i < Setting.CONNECTIONS; i++) {
      Optional<Connection> recorded = world.presence().find(Cast.connection(i));
      if (recorded.isPresent() || world.wire(i).isAlive()) {
        return Optional.of("c" + i + " outlives its token");
      }
    }
    return Optional.empty();
  }
}
