package io.github.aspoperator.conformance.broken;

import io.github.aspoperator.conformance.play.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer on its way back.
 *
 * @param status of HTTP
 * @param headers by their names, in lower case
 * @param body as text
 */
record Answer(int status, Map<String, String> headers, String body) {

  Answer status(int other) {
    return new Answer(other, headers, body);
  }

  Answer body(String other) {
    return new Answer(status, headers, other);
  }

  Answer without(String header) {
    Map<String, String> fewer = new TreeMap<>(headers);
    fewer.remove(header);
    return new Answer(status, fewer, body);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /** An error instead of it, in the contract's shape; {@code field} where there is one. */
  Answer refusal(int other, String code, String... field) {
    String named = field.length == 0 ? "" : "\"field\":" + Json.quote(field[0]) + ",";
    return status(other)
        .body(
            "{\"error\":{\"code\":\"%s\",\"message\":\"No.\",%s\"request_id\":\"none\"}}"
                .formatted(code, named));
  }
}
