package io.github.aspoperator.local.socket;

import io.github.aspoperator.delivery.Pusher;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.wire.reply.EventCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** All live connections of this process; the {@link Pusher} of the local home. */
public final class Connections implements Pusher {

  /** How long a replay waits for a connection that takes nothing, in milliseconds. */
  private static final long REPLAY_PATIENCE_MILLIS = 2_000;

  private final ConcurrentMap<ConnectionId, LiveConnection> live = new ConcurrentHashMap<>();

  void add(LiveConnection connection) {
    live.put(connection.id(), connection);
  }

  void remove(LiveConnection connection) {
    connection.markClosed();
    live.remove(connection.id(), connection);
  }

  Collection<LiveConnection> all() {
    return live.values();
  }

  /** How many there are. */
  public int size() {
    return live.size();
  }

  @Override
  public List<Outcome> push(SessionEvent event, List<ConnectionId> to, Pace pace) {
    byte[] frame = EventCodec.encode(event);
    long patience =
        switch (pace) {
          case LIVE -> 0;
          case REPLAY -> REPLAY_PATIENCE_MILLIS;
        };
    List<Outcome> outcomes = new ArrayList<>(to.size());
    for (ConnectionId id : to) {
      LiveConnection connection = live.get(id);
      outcomes.add(connection == null ? Outcome.GONE : connection.text(frame, patience));
    }
    return outcomes;
  }

  @Override
  public void close(ConnectionId id, CloseReason reason) {
    LiveConnection connection = live.get(id);
    if (connection != null) {
      connection.close(code(reason), text(reason));
    }
  }

  /** Closes all of them, since the operator stops. */
  public void closeAll() {
    live.values().forEach(c -> c.close(code(CloseReason.GOING_AWAY), text(CloseReason.GOING_AWAY)));
  }

  private static int code(CloseReason reason) {
    return switch (reason) {
      case TOO_SLOW, CREDENTIALS_REVOKED -> 1008;
      case GOING_AWAY -> 1001;
    };
  }

  private static String text(CloseReason reason) {
    return switch (reason) {
      case TOO_SLOW -> "too slow";
      case CREDENTIALS_REVOKED -> "credentials revoked";
      case GOING_AWAY -> "going away";
    };
  }
}
