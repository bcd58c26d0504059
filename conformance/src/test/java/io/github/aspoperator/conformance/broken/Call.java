package io.github.aspoperator.conformance.broken;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request on its way.
 *
 * @param method of HTTP
 * @param path with the query
 * @param headers by their names, in lower case
 * @param body as it was sent, a character for each byte
 */
record Call(String method, String path, Map<String, String> headers, String body) {

  /** The body as text. */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The very bytes. */
  byte[] bytes() {
    return body.getBytes(StandardCharsets.ISO_8859_1);
  }

  Call path(String other) {
    return new Call(method, other, headers, body);
  }

  Call without(String header) {
    Map<String, String> fewer = new TreeMap<>(headers);
    fewer.remove(header);
    return new Call(method, path, fewer, body);
  }

  /** Whether it is that call; {@code path} is a regular expression, for the path without query. */
  boolean is(String wanted, String expression) {
    return method.equals(wanted) && path.replaceFirst("\\?.*", "").matches(expression);
  }

  /** The bearer token. */
  String token() {
    return headers.getOrDefault("authorization", "").replaceFirst("(?i)^bearer ", "");
  }
}
