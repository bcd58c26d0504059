package io.github.aspoperator.operator;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.job.Step;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.PresencePorts;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.refusal.Refusal;

/**
 * What a transport tells of its connections, and the tickets that open them (protocol section 5).
 */
public final class ConnectionCalls {

  private final Ports ports;
  private final PresencePorts presence;
  private final Authentication authentication;

  /** Calls on these ports, with these windows. */
  public ConnectionCalls(Ports ports, Windows windows) {
    this.ports = ports;
    this.presence = ports.presence(windows);
    this.authentication = new Authentication(ports.credentials());
  }

  /** {@code POST /connect/tickets}: a ticket that stands for the caller's own credentials. */
  public Ticket ticket(Caller caller) {
    Token secret = Token.fresh();
    long expiresAt = ports.clock().now() + Tickets.LIFETIME_MILLIS;
    ports.tickets().put(secret.hash(), caller.token(), expiresAt);
    return new Ticket(secret, expiresAt);
  }

  /** Whom a ticket stands for; it is used up, and its credentials must still be valid. */
  public Caller redeem(Token ticket) {
    TokenHash token =
        ports
            .tickets()
            .take(ticket.hash(), ports.clock().now())
            .orElseThrow(() -> new Refusal.Unauthorized(true).thrown());
    return authentication.agent(token);
  }

  /**
   * A connection is being made: recorded before its handshake is answered. Refused with 429 when
   * there are too many, with 401 when the credentials died meanwhile.
   */
  public void connect(Caller caller, ConnectionId connection) {
    Step.runAll(
        Connect.of(new Connect.Arrival(caller.agent(), connection, caller.token())), presence);
  }

  /**
   * A connection is gone.
   *
   * @param clean whether the client closed it with 1000 or 1001
   */
  public void disconnect(Handle agent, ConnectionId connection, boolean clean) {
    Step.runAll(Drop.of(agent, connection, clean), presence);
  }

  /** A connection went at {@code at}, epoch milliseconds, when nobody was there to see it. */
  public void disconnectedAt(Handle agent, ConnectionId connection, long at) {
    Step.runAll(Drop.since(agent, connection, at), presence);
  }
}
