package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;

/**
 * A replay on its way through one session.
 *
 * @param round what belongs to the whole replay
 * @param lag what is owed, as it was read
 * @param head of the session: only events up to it are handed over, whatever the log holds by now
 * @param stints of the agent, complete from the mark on
 * @param to ready connections, without those that failed
 * @param mark how far it has come
 * @param handed events since the mark was last noted
 */
record Walk(
    Queue round, Lag lag, Head head, Stints stints, List<Connection> to, Mark mark, int handed) {

  /**
   * What belongs to the whole replay.
   *
   * @param rest laggards still to be looked at
   * @param slices how many more notes of a mark this replay may make
   */
  record Queue(List<Lag> rest, int slices) {}

  /** The roster's word on the agent's last stint. */
  static Stints stints(Roster roster, Lag lag) {
    Stint last = roster.members().get(lag.member()).stint();
    return Stints.of(last);
  }

  /** The leg that is next; empty when everything up to the head is handed over. */
  Optional<Leg> leg() {
    return Leg.next(lag.agent(), stints, mark, head.sequence());
  }

  /** Moves past {@code sequence} of {@code leg}. */
  Walk past(Leg leg, long sequence, boolean counted) {
    return new Walk(
        round, lag, head, stints, to, leg.past(sequence), counted ? handed + 1 : handed);
  }

  /** Without {@code failed}. */
  Walk without(List<ConnectionId> failed) {
    return failed.isEmpty()
        ? this
        : new Walk(
            round,
            lag,
            head,
            stints,
            to.stream().filter(c -> !failed.contains(c.id())).toList(),
            mark,
            handed);
  }

  /** The events of {@code events} that {@code leg} includes, with their order. */
  static List<SessionEvent> included(Leg leg, List<SessionEvent> events) {
    return events.stream()
        .filter(e -> e.sequence() > leg.after() && e.sequence() <= leg.last() && leg.includes(e))
        .toList();
  }
}
