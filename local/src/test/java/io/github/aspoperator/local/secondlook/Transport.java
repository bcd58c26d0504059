package io.github.aspoperator.local.secondlook;

import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Connections that take everything: what each was handed, and which are closed. */
final class Transport implements Pusher {

  private final Map<ConnectionId, List<Long>> open = new HashMap<>();

  /** A connection begins; it may be posted to from now on. */
  ConnectionId opening(String name) {
    ConnectionId id = new ConnectionId(name);
    open.put(id, new ArrayList<>());
    return id;
  }

  /** A connection is gone. */
  void gone(ConnectionId connection) {
    open.remove(connection);
  }

  boolean isOpen(ConnectionId connection) {
    return open.containsKey(connection);
  }

  /** The sequences of what an open connection was handed, as they came. */
  List<Long> handed(ConnectionId connection) {
    return open.getOrDefault(connection, List.of());
  }

  @Override
  public List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace) {
    List<Outcome> outcomes = new ArrayList<>();
    for (ConnectionId connection : to) {
      List<Long> handed = open.get(connection);
      if (handed != null) {
        handed.add(event.sequence());
      }
      outcomes.add(handed == null ? Outcome.GONE : Outcome.SENT);
    }
    return outcomes;
  }

  @Override
  public void close(ConnectionId connection, CloseReason reason) {
    gone(connection);
  }
}
