package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.EventJson;
import io.github.aspoperator.functions.Headers;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.wire.call.Incoming;
import io.github.aspoperator.wire.json.JsonReader;
import io.github.aspoperator.wire.request.Requests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as an HTTP API hands it over (payload format 2.0). */
final class HttpEvent implements Incoming {

  private static final byte[] NOTHING = {};

  private String method = "";
  private String path = "";
  private @Nullable String query;
  private Map<String, String> headers = Map.of();
  private @Nullable String body;
  private boolean isBase64;

  /** What {@code event} says. */
  HttpEvent(byte[] event) {
    EventJson.read(event, this::field);
  }

  private void field(JsonReader json, String name) {
    switch (name) {
      case "rawPath" -> path = json.string();
      case "rawQueryString" -> query = EventJson.string(json);
      case "headers" -> headers = EventJson.strings(json);
      case "body" -> body = EventJson.string(json);
      case "isBase64Encoded" -> isBase64 = json.bool();
      case "requestContext" -> EventJson.object(json, this::inner);
      default -> json.any();
    }
  }

  private void inner(JsonReader json, String name) {
    switch (name) {
      case "http" -> EventJson.object(json, this::inner);
      case "method" -> method = json.string();
      default -> json.any();
    }
  }

  String method() {
    return method;
  }

  String path() {
    return path;
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
    String text = body;
    if (text == null) {
      return NOTHING;
    }
    byte[] bytes =
        isBase64 ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > Requests.MAX_BODY_BYTES) {
      throw new Refusal.PayloadTooLarge("the request body").thrown();
    }
    return bytes;
  }
}
