package io.github.aspoperator.bed.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** Events of a WebSocket API. */
final class SocketEvents {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String apiId;
  private final String stage;
  private final Map<String, String> edgeHeaders;
  private final InstantSource clock;
  private final AtomicLong requests = new AtomicLong();

  SocketEvents(String apiId, String stage, Map<String, String> edgeHeaders, InstantSource clock) {
    this.apiId = apiId;
    this.stage = stage;
    this.edgeHeaders = edgeHeaders;
    this.clock = clock;
  }

  /** The event of a handshake. */
  String connect(Request request, Connection connection) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode headers = event.putObject("headers");
    ObjectNode lists = event.putObject("multiValueHeaders");
    for (HttpField field : request.getHeaders()) {
      header(headers, lists, field.getName(), Objects.requireNonNullElse(field.getValue(), ""));
    }
    edgeHeaders.forEach((name, value) -> header(headers, lists, name, value));
    Map<String, String> query = Escapes.query(request.getHttpURI().getQuery());
    if (!query.isEmpty()) {
      ObjectNode parameters = event.putObject("queryStringParameters");
      ObjectNode all = event.putObject("multiValueQueryStringParameters");
      query.forEach((name, value) -> {
        parameters.put(name, value);
        all.putArray(name).add(value);
      });
    }
    context(event, "$connect", "CONNECT", connection);
    event.put("isBase64Encoded", false);
    return event.toString();
  }

  /** The event of an end. */
  String disconnect(Connection connection, int code, String reason) {
    ObjectNode event = JSON.createObjectNode();
    event.putObject("headers").put("Host", host());
    ObjectNode context = context(event, "$disconnect", "DISCONNECT", connection);
    context.put("disconnectStatusCode", code);
    context.put("disconnectReason", reason);
    event.put("isBase64Encoded", false);
    return event.toString();
  }

  /** The event of a frame. */
  String message(Connection connection, String routeKey, String body) {
    ObjectNode event = JSON.createObjectNode();
    ObjectNode context = context(event, routeKey, "MESSAGE", connection);
    context.put("messageId", context.path("requestId").asText());
    event.put("body", body);
    event.put("isBase64Encoded", false);
    return event.toString();
  }

  /** Names keep the case they were sent in; of several values the last one counts. */
  private static void header(ObjectNode headers, ObjectNode lists, String name, String value) {
    headers.put(name, value);
    (lists.path(name) instanceof ArrayNode list ? list : lists.putArray(name)).add(value);
  }

  private ObjectNode context(
      ObjectNode event, String routeKey, String eventType, Connection connection) {
    Instant now = clock.instant();
    ObjectNode context = event.putObject("requestContext");
    String requestId = "socket" + requests.incrementAndGet();
    context.put("routeKey", routeKey);
    context.put("eventType", eventType);
    context.put("extendedRequestId", requestId);
    context.put("requestTime", HttpEvents.TIME.format(now));
    context.put("messageDirection", "IN");
    context.put("stage", stage);
    context.put("connectedAt", connection.connectedAt().toEpochMilli());
    context.put("requestTimeEpoch", now.toEpochMilli());
    context.putObject("identity").put("sourceIp", connection.sourceIp());
    context.put("requestId", requestId);
    context.put("domainName", host());
    context.put("connectionId", connection.id());
    context.put("apiId", apiId);
    return context;
  }

  private String host() {
    return apiId + ".execute-api.bed";
  }
}
