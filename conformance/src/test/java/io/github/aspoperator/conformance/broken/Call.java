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

  /** The same call with another body. */
  Call text(String other) {
    byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
    return new Call(method, path, headers, new String(bytes, StandardCharsets.ISO_8859_1));
  }

  Call without(String header) {
    Map<String, String> fewer = new TreeMap<>(headers);
    fewer.remove(header);
    return new Call(method, path, fewer, body);
  }

  /** Whether it is that call; both are regular expressions, that of the path without query. */
  boolean is(String wanted, String expression) {
    return method.matches(wanted) && path.replaceFirst("\\?.*", "").matches(expression);
  }

  /** The bearer token. */
  String token() {
    return headers.getOrDefault("authorization", "").replaceFirst("(?i)^bearer ", "");
  }
}
