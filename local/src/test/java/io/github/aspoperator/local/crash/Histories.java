package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that one agent may read, by session: what the operator says happened.
 *
 * @param sessions events in the order of the log
 */
record Histories(Map<String, List<JsonNode>> sessions) {

  /** Reads every session that the list of {@code agent}'s sessions names. */
  static Histories of(TestAgent agent) {
    Map<String, List<JsonNode>> sessions = new TreeMap<>();
    String cursor = "";
    do {
      Answer page = agent.get("/sessions" + (cursor.isEmpty() ? "" : "?cursor=" + cursor));
      assertEquals(200, page.status(), page::body);
      for (JsonNode session : page.json().path("sessions")) {
        String id = session.path("id").asText();
        assertTrue(sessions.put(id, agent.history(id)) == null, () -> id + " is listed twice");
      }
      cursor = page.text("next_cursor");
    } while (!cursor.isEmpty());
    return new Histories(sessions);
  }

  /** For one who was joined from the beginning: 1, 2, 3 …, ids of their own, time never back. */
  void areDense() {
    Set<String> ids = new HashSet<>();
    sessions.forEach((session, events) -> {
      long last = 0;
      long at = 0;
      for (JsonNode event : events) {
        assertEquals(last + 1, event.path("sequence").asLong(), session);
        assertTrue(event.path("created_at").asLong() >= at, () -> "back in time: " + event);
        assertTrue(ids.add(event.path("event_id").asText()), () -> "an id twice: " + event);
        last = event.path("sequence").asLong();
        at = event.path("created_at").asLong();
      }
    });
  }

  /** The messages by their text, each of which must be there once only. */
  Map<String, Ledger.Message> messages() {
    Map<String, Ledger.Message> messages = new HashMap<>();
    sessions
        .values()
        .forEach(events -> {
          for (JsonNode event : events) {
            if (event.path("type").asText().equals("session.message")) {
              JsonNode payload = event.path("payload");
              var message =
                  new Ledger.Message(
                      event.path("session_id").asText(),
                      payload.path("id").asText(),
                      payload.path("sequence").asLong());
              assertTrue(
                  messages.put(payload.path("content").asText(), message) == null,
                  () -> "said twice: " + event);
            }
          }
        });
    return messages;
  }
}
