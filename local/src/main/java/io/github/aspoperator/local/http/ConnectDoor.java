package io.github.aspoperator.local.http;

import io.github.aspoperator.local.socket.AgentSocket;
import io.github.aspoperator.local.socket.Sockets;
import io.github.aspoperator.operator.Authentication;
import io.github.aspoperator.operator.Caller;
import io.github.aspoperator.operator.ConnectionCalls;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.Handshake;
import io.github.aspoperator.wire.http.Queries;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;

/**
 * {@code GET /connect}: credentials, then whether it is a WebSocket handshake at all, then the
 * record of the connection, and only then the answer (protocol section 5).
 */
final class ConnectDoor {

  /** The largest frame either way: that of an event (protocol section 4). */
  private static final long MOST_FRAME_BYTES = 128_000;

  /** Small frames of a replay are written together up to here. */
  private static final int BATCH_BYTES = 32 * 1024;

  private final Authentication authentication;
  private final ConnectionCalls calls;
  private final Sockets sockets;
  private final RateLimits rates;
  private final WebSocketMappings mappings;
  private final Configuration.ConfigurationCustomizer configuration =
      new Configuration.ConfigurationCustomizer();

  ConnectDoor(
      Authentication authentication,
      ConnectionCalls calls,
      Sockets sockets,
      RateLimits rates,
      WebSocketMappings mappings) {
    this.authentication = authentication;
    this.calls = calls;
    this.sockets = sockets;
    this.rates = rates;
    this.mappings = mappings;
    configuration.setMaxFrameSize(MOST_FRAME_BYTES);
    configuration.setAutoFragment(false);
    configuration.setOutputBufferSize(BATCH_BYTES);
    configuration.setIdleTimeout(Duration.ZERO);
  }

  void handle(Request request, Response response, Callback callback) {
    Caller caller = Handshake.caller(new JettyIncoming(request), authentication, calls);
    rates.take(caller.agent());
    Queries.connect(request.getHttpURI().getQuery());
    if (!isHandshake(request)) {
      throw new Refusal.UpgradeRequired().thrown();
    }
    AgentSocket socket = sockets.connecting(caller);
    boolean upgraded = false;
    try {
      WebSocketNegotiator negotiator = (_, _, _) -> socket;
      upgraded = mappings.upgrade(negotiator, request, response, callback, configuration);
    } catch (HttpException.RuntimeException e) {
      throw new Refusal.InvalidRequest("", "This is no handshake that can be read.").thrown();
    } finally {
      if (!upgraded) {
        socket.refused();
      }
    }
    if (!upgraded) {
      throw new Refusal.UpgradeRequired().thrown();
    }
  }

  private static boolean isHandshake(Request request) {
    var headers = request.getHeaders();
    return headers.contains(HttpHeader.UPGRADE, "websocket")
        && "13".equals(headers.get(HttpHeader.SEC_WEBSOCKET_VERSION))
        && headers.contains(HttpHeader.SEC_WEBSOCKET_KEY);
  }
}
