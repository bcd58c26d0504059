package io.github.aspoperator.bed.gateway;

import io.github.aspoperator.bed.endpoint.Service;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The @connections API of the WebSocket API's stage. */
public final class ConnectionsApi implements Service {

  /** The largest message that can be posted. */
  private static final int MOST_MESSAGE_BYTES = 128 * 1024;

  private static final String SELF = "/@connections/";

  private final SocketApi sockets;
  private final String stage;

  /** Of the clients of {@code sockets}. */
  public ConnectionsApi(SocketApi sockets, String stage) {
    this.sockets = sockets;
    this.stage = stage;
  }

  /** A failure as this API has it. */
  public static ServiceAnswer failure(int status, String type) {
    return new ServiceAnswer(
        status, Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type), "{}");
  }

  /** The connection that a call is about. */
  public static String connectionId(ServiceCall call) {
    int at = call.path().indexOf(SELF);
    return at < 0 ? "" : Escapes.decode(call.path().substring(at + SELF.length()));
  }

  @Override
  public ServiceAnswer answer(ServiceCall call) throws InterruptedException {
    if (!call.path().startsWith("/" + stage + SELF)) {
      return failure(403, "ForbiddenException");
    }
    Optional<Connection> connection = sockets.find(connectionId(call));
    if (connection.isEmpty()) {
      return failure(410, "GoneException");
    }
    return switch (call.method()) {
      case "POST" -> post(connection.get(), call.body());
      case "GET" -> get(connection.get());
      case "DELETE" -> {
        sockets.close(connection.get(), 1000, "Connection Closed Normally");
        yield new ServiceAnswer(204, Map.of(), "");
      }
      default -> failure(403, "ForbiddenException");
    };
  }

  private ServiceAnswer post(Connection connection, String message) throws InterruptedException {
    if (message.getBytes(StandardCharsets.UTF_8).length > MOST_MESSAGE_BYTES) {
      return failure(413, "PayloadTooLargeException");
    }
    if (!connection.send(message)) {
      return failure(410, "GoneException");
    }
    connection.active(sockets.now());
    return new ServiceAnswer(200, Map.of(), "");
  }

  private static ServiceAnswer get(Connection connection) {
    Instant lastActive = connection.lastActive();
    return ServiceAnswer.json(
        "{\"connectedAt\":\""
            + connection.connectedAt()
            + "\",\"identity\":{\"sourceIp\":\""
            + connection.sourceIp()
            + "\",\"userAgent\":\""
            + connection.userAgent()
            + "\"},\"lastActiveAt\":\""
            + lastActive
            + "\"}");
  }
}
