package io.github.aspoperator.local.socket;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Ids;
import io.github.aspoperator.local.work.PresenceLane;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import java.nio.ByteBuffer;
import org.eclipse.jetty.websocket.core.OpCode;

/** Makes connections, and ends those that are dead. */
public final class Sockets {

  private final Connections connections;
  private final ConnectionCalls calls;
  private final PresenceLane lane;
  private final Ids ids;
  private final Patience patience;

  /** Sockets that {@code connections} pushes to. */
  public Sockets(
      Connections connections,
      ConnectionCalls calls,
      PresenceLane lane,
      Ids ids,
      Patience patience) {
    this.connections = connections;
    this.calls = calls;
    this.lane = lane;
    this.ids = ids;
    this.patience = patience;
  }

  /**
   * A connection whose handshake is about to be answered: recorded, and already pushed to. Throws
   * {@link io.github.aspoperator.refusal.Refused} when it may not be.
   */
  public AgentSocket connecting(Caller caller) {
    ConnectionId id = new ConnectionId("con_" + ids.next().text());
    LiveConnection connection = new LiveConnection(id, caller.agent());
    connections.add(connection);
    boolean recorded = false;
    try {
      calls.connect(caller, id);
      recorded = true;
    } finally {
      if (!recorded) {
        connections.remove(connection);
      }
    }
    return new AgentSocket(connection, (clean, noted) -> ended(connection, clean, noted));
  }

  private void ended(LiveConnection connection, boolean clean, Runnable noted) {
    connections.remove(connection);
    lane.run(
        connection.agent(),
        () -> {
          calls.disconnect(connection.agent(), connection.id(), clean);
          noted.run();
        });
  }

  /** Pings everybody, and cuts off who takes nothing or is not heard of any more. */
  public void sweep() {
    for (LiveConnection connection : connections.all()) {
      if (connection.isStalled(patience.stallMillis())
          || connection.isSilent(patience.silenceMillis())) {
        connection.close(1008, "no sign of life");
      } else {
        connection.control(OpCode.PING, ByteBuffer.allocate(0));
      }
    }
  }
}
