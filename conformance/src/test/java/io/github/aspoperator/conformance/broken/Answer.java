package io.github.aspoperator.conformance.broken;

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
}
