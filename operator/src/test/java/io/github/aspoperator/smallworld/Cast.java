package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;

/** Who and what there is in a small world. */
final class Cast {

  /** The agent everything turns on. */
  static final Handle AGENT = Handle.of("@small.agent");

  /** Who creates the sessions; connected throughout, or never. */
  static final Handle PEER = Handle.of("@small.peer");

  /** A third one, never connected. */
  static final Handle THIRD = Handle.of("@small.third");

  /** The credentials the agent connects with. */
  static final TokenHash TOKEN = new TokenHash("0".repeat(64));

  /** The connection of the peer, where it has one. */
  static final ConnectionId PEERS = new ConnectionId("peer");

  private static final SessionId[] SESSIONS = {
    new SessionId(new Ulid(1, 1)), new SessionId(new Ulid(1, 2))
  };

  private Cast() {}

  static SessionId session(int index) {
    return SESSIONS[index];
  }

  /** Which one {@code session} is. */
  static int index(SessionId session) {
    return (int) session.ulid().low() - 1;
  }

  /** The agent's connections, in the order in which they come. */
  static ConnectionId connection(int index) {
    return new ConnectionId("c" + index);
  }

  /** Which one {@code connection} of the agent is. */
  static int index(ConnectionId connection) {
    return connection.text().charAt(1) - '0';
  }
}
