package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Command;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Decide;
import io.github.aspoperator.session.Decision;
import io.github.aspoperator.session.Facts;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.trust.Contacts;
import java.util.Optional;
import java.util.Set;

/** Commits that writers put in a log at once, as {@link Decide} has them. */
final class Script {

  private static final Contacts OPEN =
      new Contacts(Set.of(Cast.AGENT, Cast.PEER, Cast.THIRD), Set.of());

  private Script() {}

  /** What {@code says} puts behind {@code log}; nothing when it would be refused now. */
  static Optional<Commit> commit(Log log, Act.Says says, int number, long now) {
    Ulid id = new Ulid(1L << 39, number * 1024L);
    Facts facts = new Facts(now, id, 0, OPEN);
    Optional<SessionState> state = log.state();
    Decision decision =
        switch (says.command()) {
          case Command.Create create -> Decide.create(log.session(), create, facts);
          case Command.Existing existing -> Decide.on(state.orElseThrow(), existing, facts);
        };
    return decision instanceof Decision.Append append
        ? Optional.of(append.commit())
        : Optional.empty();
  }
}
