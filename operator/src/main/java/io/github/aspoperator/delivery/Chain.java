package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.Stint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The chain of an agent's stints, which leads back through the log's becomings-joined. */
final class Chain {

  private Chain() {}

  static Optional<Stints> back(Stints stints, Lag lag, SessionLog log) {
    return back(stints, lag.mark().through(), lag.session(), log);
  }

  /**
   * One link further back, if the first stint known begins after {@code mark}; empty when the chain
   * is long enough. Reads one commit.
   */
  static Optional<Stints> back(Stints stints, long mark, SessionId session, SessionLog log) {
    Stint first = stints.rising().getFirst();
    if (first.from() <= mark) {
      return Optional.empty();
    }
    Commit commit = log.read(session, first.from() - 1, 1, 1).getFirst();
    SessionEvent event =
        commit.events().stream()
            .filter(e -> e.sequence() == first.from())
            .findFirst()
            .orElseThrow();
    List<Stint> longer = new ArrayList<>();
    longer.add(Agendas.becoming(event.payload()).orElseThrow().previous());
    longer.addAll(stints.rising());
    return Optional.of(new Stints(longer));
  }
}
