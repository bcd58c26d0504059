package io.github.aspoperator.wire.call;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.http.BearerTokens;
import io.github.aspoperator.wire.http.Queries;

/** Who opens an event stream (protocol section 5). */
public final class Handshake {

  private Handshake() {}

  /**
   * By header, or by a ticket where headers cannot be set. A ticket counts, and is used up, also
   * when there is a header; whoever is named besides must be the same agent.
   *
   * @throws io.github.aspoperator.refusal.Refused {@code Unauthorized}
   */
  public static Caller caller(
      Incoming incoming, Authentication authentication, ConnectionCalls calls) {
    var ticket = Queries.ticket(incoming.rawQuery());
    var claimed = incoming.header("X-ASP-Agent");
    var bearer = BearerTokens.of(incoming.headers("Authorization"));
    if (ticket.isEmpty()) {
      return authentication.agent(bearer, claimed);
    }
    Caller caller = calls.redeem(ticket.get());
    Handle named =
        bearer.isEmpty() ? caller.agent() : authentication.agent(bearer, claimed).agent();
    if (!named.equals(caller.agent()) || claimed.filter(c -> !c.equals(named.text())).isPresent()) {
      throw new Refusal.Unauthorized(true).thrown();
    }
    return caller;
  }
}
