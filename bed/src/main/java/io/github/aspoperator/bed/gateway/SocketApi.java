package io.github.aspoperator.bed.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.lambda.Outcome;
import io.github.aspoperator.bed.template.SocketApiSpec;
import io.github.aspoperator.bed.template.SocketRoute;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.jspecify.annotations.Nullable;

/** The WebSocket API: handshakes, frames and ends become events; @connections finds the clients. */
public final class SocketApi {

  private static final System.Logger LOG = System.getLogger(SocketApi.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** After which a connection without a frame in either direction is closed. */
  static final Duration MOST_IDLE = Duration.ofMinutes(10);

  /** After which every connection is closed. */
  static final Duration MOST_LIFE = Duration.ofHours(2);

  private static final long MOST_MESSAGE_BYTES = 128 * 1024;
  private static final String SELECTION = "$request.body.";

  private final SocketApiSpec spec;
  private final SocketEvents events;
  private final Lambda lambda;
  private final InstantSource clock;
  private final WebSocketMappings mappings;
  private final ConcurrentMap<String, Connection> connections = new ConcurrentHashMap<>();
  private final AtomicLong count = new AtomicLong();
  private final Configuration.ConfigurationCustomizer configuration =
      new Configuration.ConfigurationCustomizer();
  private volatile boolean tellsEnds = true;

  SocketApi(
      SocketApiSpec spec,
      SocketEvents events,
      Lambda lambda,
      InstantSource clock,
      WebSocketMappings mappings) {
    this.spec = spec;
    this.events = events;
    this.lambda = lambda;
    this.clock = clock;
    this.mappings = mappings;
    configuration.setMaxFrameSize(MOST_MESSAGE_BYTES);
    configuration.setAutoFragment(false);
    configuration.setIdleTimeout(Duration.ZERO);
  }

  /** Whether functions hear of ends: $disconnect is best effort, so a test may take it away. */
  public void tellEnds(boolean tell) {
    tellsEnds = tell;
  }

  /** The ids of the clients that are there. */
  public Collection<String> connectionIds() {
    return connections.values().stream().filter(Connection::isThere).map(Connection::id).toList();
  }

  /** Breaks a client's connection without a close frame. */
  public void breakOff(String connectionId) {
    find(connectionId).ifPresent(Connection::abort);
  }

  /** Closes what is idle for too long, or there for too long, by the clock. */
  public void expire() throws InterruptedException {
    Instant now = clock.instant();
    for (Connection each : connections.values()) {
      if (!each.lastActive().plus(MOST_IDLE).isAfter(now)
          || !each.connectedAt().plus(MOST_LIFE).isAfter(now)) {
        close(each, 1001, "Going away");
      }
    }
  }

  Optional<Connection> find(String id) {
    return Optional.ofNullable(connections.get(id)).filter(Connection::isThere);
  }

  Instant now() {
    return clock.instant();
  }

  /** Answers a handshake, once $connect has: 101, or the status it refused with. */
  void handshake(Request request, Response response, Callback callback)
      throws InterruptedException {
    Connection connection =
        new Connection(
            "c" + count.incrementAndGet() + "bed=",
            Request.getRemoteAddr(request),
            Objects.requireNonNullElse(request.getHeaders().get("user-agent"), ""),
            clock.instant());
    connections.put(connection.id(), connection);
    int status = admitted(request, connection);
    if (status / 100 != 2) {
      connections.remove(connection.id());
      GatewayAnswer.write(
          status, status < 500 ? "Forbidden" : "Internal server error", response, callback);
      return;
    }
    connection.admit();
    boolean upgraded = false;
    try {
      upgraded =
          mappings.upgrade(
              (_, _, _) -> new SocketFrames(connection, this),
              request,
              response,
              callback,
              configuration);
    } finally {
      if (!upgraded) {
        ended(connection, 1006, "");
      }
    }
    if (!upgraded) {
      GatewayAnswer.write(400, "Bad Request", response, callback);
    }
  }

  private int admitted(Request request, Connection connection) throws InterruptedException {
    return switch (spec.routes().get("$connect")) {
      case SocketRoute.ToFunction(var function) ->
          status(lambda.invoke(function, events.connect(request, connection)));
      case SocketRoute.Mock _ -> 200;
      case null -> 200;
    };
  }

  private static int status(Outcome outcome) {
    try {
      return outcome instanceof Outcome.Answer(var payload)
          ? JSON.readTree(payload).path("statusCode").asInt(502)
          : 502;
    } catch (JsonProcessingException e) {
      return 502;
    }
  }

  void heard(Connection connection) {
    connection.active(clock.instant());
  }

  /** Routes a message of a client. */
  void message(Connection connection, String text) {
    String key = routeKey(text);
    Thread.startVirtualThread(() -> route(connection, key, text));
  }

  private void route(Connection connection, String key, String text) {
    try {
      switch (spec.routes().get(key)) {
        case SocketRoute.Mock(var answer) -> {
          if (answer.isPresent()) {
            connection.send(answer.get());
          }
        }
        case SocketRoute.ToFunction(var function) ->
            lambda.invoke(function, events.message(connection, key, text));
        case null -> connection.send("{\"message\":\"Forbidden\"}");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String routeKey(String text) {
    String field = spec.selection().substring(SELECTION.length());
    @Nullable String key;
    try {
      key = JSON.readTree(text).path(field).textValue();
    } catch (JsonProcessingException e) {
      key = null;
    }
    return key != null && !key.startsWith("$") && spec.routes().containsKey(key) ? key : "$default";
  }

  /** Closes a client's connection from this side. */
  void close(Connection connection, int code, String reason) throws InterruptedException {
    connection.close(code, reason);
    ended(connection, code, reason);
  }

  /** A connection is over; the function hears of it once, later, and perhaps not at all. */
  void ended(Connection connection, int code, @Nullable String reason) {
    connections.remove(connection.id());
    if (!connection.end() || !tellsEnds) {
      return;
    }
    if (spec.routes().get("$disconnect") instanceof SocketRoute.ToFunction(var function)) {
      String event = events.disconnect(connection, code, Objects.requireNonNullElse(reason, ""));
      Thread.startVirtualThread(() -> tell(function, event));
    }
  }

  private void tell(String function, String event) {
    try {
      Outcome outcome = lambda.invoke(function, event);
      LOG.log(System.Logger.Level.DEBUG, "told of an end: {0}", outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Map<String, Connection> all() {
    return connections;
  }
}
