package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.presence.Connection;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of posting one event to the connections of one agent.
 *
 * @param took those that took it
 * @param failed connections that are gone, or took nothing in time
 * @param notYet those to be tried again: young ones that the transport does not know, since their
 *     handshake may not be over, and those for which it had no room
 */
record Handover(List<ConnectionId> took, List<ConnectionId> failed, List<ConnectionId> notYet) {

  /** Judges {@code outcomes}; a connection opened at or after {@code youngSince} is young. */
  static Handover of(List<Connection> to, List<Pusher.Outcome> outcomes, long youngSince) {
    List<ConnectionId> took = List.of();
    List<ConnectionId> failed = List.of();
    List<ConnectionId> notYet = List.of();
    for (int i = 0; i < to.size(); i++) {
      Connection connection = to.get(i);
      switch (outcomes.get(i)) {
        case SENT -> took = and(took, connection);
        case BUSY -> notYet = and(notYet, connection);
        case STUCK -> failed = and(failed, connection);
        case GONE -> {
          if (connection.openedAt() >= youngSince) {
            notYet = and(notYet, connection);
          } else {
            failed = and(failed, connection);
          }
        }
      }
    }
    return new Handover(took, failed, notYet);
  }

  /** Whether at least one took it. */
  boolean sent() {
    return !took.isEmpty();
  }

  private static List<ConnectionId> and(List<ConnectionId> ids, Connection one) {
    List<ConnectionId> next = new ArrayList<>(ids);
    next.add(one.id());
    return next;
  }
}
