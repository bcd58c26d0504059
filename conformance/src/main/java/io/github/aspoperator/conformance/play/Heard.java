package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * What one agent heard in one check, and what it may read of the sessions it heard of.
 *
 * @param check id of the check
 * @param agent its handle
 * @param connections in the order in which they were opened
 * @param histories by session id
 */
public record Heard(
    String check,
    String agent,
    List<Connection> connections,
    Map<String, List<JsonNode>> histories) {

  /**
   * One connection.
   *
   * @param owedNothing it stood alone, and the one before it, if any, was closed cleanly: so
   *     nothing is repeated on it
   * @param texts its frames, as they came
   * @param frames the same, read
   */
  public record Connection(boolean owedNothing, List<String> texts, List<JsonNode> frames) {

    /** The events of one session, in their order. */
    public List<JsonNode> of(String session) {
      return frames.stream()
          .filter(frame -> frame.path("session_id").asText().equals(session))
          .toList();
    }
  }
}
