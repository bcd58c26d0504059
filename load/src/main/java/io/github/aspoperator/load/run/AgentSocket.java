package io.github.aspoperator.load.run;

import io.github.aspoperator.load.event.EventReader;
import io.github.aspoperator.load.event.EventType;
import io.github.aspoperator.load.event.MalformedJson;
import io.github.aspoperator.load.net.WebSocketConnection;
import io.github.aspoperator.load.setup.Agent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One agent's ear: at most one connection at a time, everything it hears goes into the ledger. */
final class AgentSocket implements WebSocketConnection.Listener {
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int ATTEMPTS = 40;

  private final Rig rig;
  private final Agent agent;
  private final EventReader reader = new EventReader();
  private @Nullable WebSocketConnection connection;
  private boolean open;
  private boolean leaving;
  private int attempts;
  private String failure = "";
  private long begunAt;
  private long openedAt;
  private long lastMessageAt;

  AgentSocket(Rig rig, Agent agent) {
    this.rig = rig;
    this.agent = agent;
  }

  void connect() {
    leaving = false;
    begunAt = System.nanoTime();
    connection =
        new WebSocketConnection(
            rig.loop(), rig.setting().target().webSocket(), agent.token(), this);
  }

  void ping() {
    if (connection != null) {
      connection.ping();
    }
  }

  /** Closes with 1000; a close that the operator does not answer in time is nobody's error. */
  void close() {
    leaving = true;
    if (connection != null) {
      connection.close();
    }
  }

  boolean isOpen() {
    return open;
  }

  boolean isClosed() {
    return connection == null;
  }

  /** Why there is no connection and will be none; empty as long as there may be one. */
  String failure() {
    return failure;
  }

  long begunAt() {
    return begunAt;
  }

  /** When the 101 of the last connection arrived. */
  long openedAt() {
    return openedAt;
  }

  /** When the last message arrived. */
  long lastMessageAt() {
    return lastMessageAt;
  }

  @Override
  public void opened(long at) {
    open = true;
    openedAt = at;
    attempts = 0;
  }

  @Override
  public void text(byte[] a, int from, int to, long at) {
    try {
      if (!reader.read(a, from, to)) {
        return;
      }
    } catch (MalformedJson e) {
      rig.errors().add("an event was not understood: " + e.getMessage());
      return;
    }
    rig.ledger().arrived(agent.number(), reader, a);
    if (reader.type() == EventType.MESSAGE) {
      lastMessageAt = at;
      rig.heard(agent, reader.stamp(), at);
    }
  }

  @Override
  public void closed(WebSocketConnection.End how) {
    boolean lived = open;
    open = false;
    connection = null;
    String why =
        switch (how) {
          case WebSocketConnection.End.Refused(int status) -> "was refused with HTTP " + status;
          case WebSocketConnection.End.Closed(int code) -> "was closed with " + code;
          case WebSocketConnection.End.Dropped(String reason) -> "was dropped (" + reason + ")";
        };
    boolean again =
        how instanceof WebSocketConnection.End.Refused(int status)
            && (status == 429 || status == 503);
    if (again && ++attempts < ATTEMPTS) {
      rig.loop().later(PAUSE, this::connect);
    } else if (!lived) {
      failure = "A WebSocket connection " + why + ".";
    } else if (!leaving) {
      rig.errors().add("a WebSocket connection " + why);
    }
  }
}
