package io.github.aspoperator.functions.socket;

import io.github.aspoperator.functions.Headers;
import io.github.aspoperator.wire.call.Incoming;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A handshake as a WebSocket API hands it over. */
record Opening(SocketEvent event) implements Incoming {

  private static final byte[] NOTHING = {};

  /** The gateway has decoded the parameters: they are put together again. */
  @Override
  public @Nullable String rawQuery() {
    Map<String, List<String>> parameters = event.getMultiValueQueryStringParameters();
    if (parameters == null) {
      return null;
    }
    StringJoiner query = new StringJoiner("&");
    parameters.forEach(
        (name, values) -> values.forEach(value -> query.add(encode(name) + "=" + encode(value))));
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public List<String> headers(String name) {
    return Headers.of(event.getHeaders(), name);
  }

  @Override
  public byte[] body() {
    return NOTHING;
  }
}
