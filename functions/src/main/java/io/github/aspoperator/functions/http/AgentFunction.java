package io.github.aspoperator.functions.http;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.wire.http.BearerTokens;
import io.github.aspoperator.wire.route.Routing;
import java.util.Map;
import java.util.Optional;

/**
 * A call of the agents' wire. Where it writes in a session, the caller and the session are read in
 * one round trip; nothing is answered from either before the caller is known.
 */
abstract class AgentFunction extends HttpFunction {

  AgentFunction(Map<String, String> environment) {
    super(environment);
  }

  @Override
  final Ports ports(Aws aws, HttpEvent event, Routing.Match match) {
    Optional<Token> token = BearerTokens.of(event.headers("Authorization"));
    Optional<SessionId> session = writesIn(match);
    return token.isPresent() && session.isPresent()
        ? aws.ports(token.get().hash(), session.get())
        : aws.ports();
  }

  private static Optional<SessionId> writesIn(Routing.Match match) {
    return switch (match.endpoint()) {
      case SEND, JOIN, INVITE, LEAVE, END, REOPEN -> SessionId.parse(match.variable("id"));
      default -> Optional.empty();
    };
  }
}
