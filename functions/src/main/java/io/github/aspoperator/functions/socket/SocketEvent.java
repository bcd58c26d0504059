package io.github.aspoperator.functions.socket;

import io.github.aspoperator.functions.EventJson;
import io.github.aspoperator.functions.Headers;
import io.github.aspoperator.wire.call.Incoming;
import io.github.aspoperator.wire.json.JsonKind;
import io.github.aspoperator.wire.json.JsonReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a WebSocket API tells of a connection that opens or is gone. */
final class SocketEvent implements Incoming {

  private static final byte[] NOTHING = {};

  private Map<String, String> headers = Map.of();
  private @Nullable String query;
  private String connection = "";
  private int code;
  private @Nullable String reason;

  /** What {@code event} says. */
  SocketEvent(byte[] event) {
    EventJson.read(event, this::field);
  }

  private void field(JsonReader json, String name) {
    switch (name) {
      case "headers" -> headers = EventJson.strings(json);
      case "multiValueQueryStringParameters" -> query = query(json);
      case "requestContext" -> EventJson.object(json, this::inner);
      default -> json.any();
    }
  }

  private void inner(JsonReader json, String name) {
    switch (name) {
      case "connectionId" -> connection = json.string();
      case "disconnectStatusCode" -> code = Integer.parseInt(json.number());
      case "disconnectReason" -> reason = EventJson.string(json);
      default -> json.any();
    }
  }

  /** The gateway has decoded the parameters: they are put together again. */
  private static @Nullable String query(JsonReader json) {
    if (json.peek() != JsonKind.OBJECT) {
      return null;
    }
    StringJoiner query = new StringJoiner("&");
    EventJson.object(
        json,
        (at, name) ->
            EventJson.array(at, at::string)
                .forEach(value -> query.add(encode(name) + "=" + encode(value))));
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The gateway's name for the connection; empty where the event has none. */
  String connection() {
    return connection;
  }

  /** The code of the close frame, or 0 where the event says none. */
  int code() {
    return code;
  }

  /** What the close frame, or the gateway, gives as reason. */
  @Nullable String reason() {
    return reason;
  }

  @Override
  public @Nullable String rawQuery() {
    return query;
  }

  @Override
  public List<String> headers(String name) {
    return Headers.of(headers, name);
  }

  @Override
  public byte[] body() {
    return NOTHING;
  }
}
