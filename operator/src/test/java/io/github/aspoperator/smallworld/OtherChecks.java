package io.github.aspoperator.smallworld;

import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Block;
import java.util.Optional;

/** What blocks and tokens promise, at rest. */
final class OtherChecks {

  private OtherChecks() {}

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
