package io.github.aspoperator.functions.socket;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners.Owned;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.operator.ConnectionCalls;
import java.util.Map;
import java.util.Optional;

/**
 * {@code $disconnect}, which the gateway sends if it can: the connection is dropped. Where this
 * fails, or never comes, the sweep does it.
 */
public final class Disconnect
    implements RequestHandler<SocketEvent, APIGatewayV2WebSocketResponse> {

  private static final int OK = 200;
  private static final int NORMAL = 1000;
  private static final int GOING_AWAY = 1001;

  /** What the gateway gives as reason when it ends an idle or old connection itself. */
  private static final String BY_THE_GATEWAY = "Going away";

  private final Aws aws;
  private final ConnectionCalls calls;

  @SuppressWarnings("unused") // only kept: see Primed
  private final Primed primed;

  /** As Lambda makes it. */
  public Disconnect() {
    this(System.getenv());
  }

  /** With these variables. */
  public Disconnect(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public Disconnect(Aws aws) {
    Settings settings = aws.settings();
    this.aws = aws;
    this.calls = new ConnectionCalls(aws.ports(), settings.windows());
    this.primed = Primed.with(() -> aws.connectionOwners().find(new ConnectionId("rehearsal")));
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(SocketEvent event, Context context) {
    var gone = event.getRequestContext();
    ConnectionId connection = new ConnectionId(gone.getConnectionId());
    Optional<Owned> owned = aws.connectionOwners().find(connection);
    if (owned.isPresent()) {
      calls.disconnect(owned.get().agent(), connection, isClean(gone, owned.get()));
      aws.connectionOwners().remove(connection);
    }
    APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(OK);
    return response;
  }

  /** Clean is a close frame of the client's own, and nothing else (protocol section 5). */
  private static boolean isClean(SocketEvent.RequestContext gone, Owned owned) {
    boolean byClient =
        switch (gone.getDisconnectStatusCode()) {
          case NORMAL -> true;
          case GOING_AWAY -> !BY_THE_GATEWAY.equalsIgnoreCase(gone.getDisconnectReason());
          default -> false;
        };
    return byClient && !owned.closing();
  }
}
