package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Someone who is away, and what a session must say of it.
 *
 * @param agent who
 * @param session where it is joined
 * @param since when its last connection dropped: not later than that, epoch milliseconds
 */
record Absence(TestAgent agent, String session, long since) {

  static final long AWAY_MILLIS = 300;
  static final long GRACE_MILLIS = 12_000;

  private static final Set<String> PRESENCE =
      Set.of("session.disconnected", "session.reconnected", "session.left");

  /** How late a timer may fire, for an operator that has to be started first. */
  private static final long LATE_MILLIS = 10_000;

  /** It begins now. */
  static Absence now(TestAgent agent, String session) {
    return new Absence(agent, session, System.currentTimeMillis());
  }

  /** Whether it was made to leave, as {@code witness} sees it. */
  boolean isOver(TestAgent witness) {
    return witness
        .get("/sessions/" + session)
        .json()
        .path("participants")
        .valueStream()
        .anyMatch(participant ->
            participant.path("handle").asText().equals(agent.handle())
                && participant.path("status").asText().equals("left"));
  }

  /** Whether it is published, as {@code witness} sees it. */
  boolean isPublished(TestAgent witness) {
    List<String> told = told(Histories.of(witness)).map(Absence::type).toList();
    return !told.isEmpty() && told.getLast().equals("session.disconnected");
  }

  /** It was published once, and it left once, neither early nor much later. */
  void tookItsCourse(Histories histories) {
    List<JsonNode> told = told(histories).toList();
    JsonNode left = told.getLast();
    JsonNode away = told.get(told.size() - 2);
    assertEquals("session.left", type(left), told::toString);
    assertEquals("grace_expired", left.path("payload").path("reason").asText());
    assertAfter(left, GRACE_MILLIS);
    assertAfter(away, AWAY_MILLIS);
    alternates(told.subList(0, told.size() - 1), agent);
  }

  /** An agent that always came back in time: each time it was away it was taken back. */
  static void alwaysEnded(TestAgent agent, String session, Histories histories) {
    List<JsonNode> told = new Absence(agent, session, 0).told(histories).toList();
    alternates(told, agent);
    assertTrue(
        told.isEmpty() || type(told.getLast()).equals("session.reconnected"), told::toString);
  }

  private static void alternates(List<JsonNode> told, TestAgent agent) {
    for (int i = 0; i < told.size(); i++) {
      String expected = i % 2 == 0 ? "session.disconnected" : "session.reconnected";
      assertEquals(expected, type(told.get(i)), () -> agent.handle() + ": " + told);
    }
  }

  /** What was told of its presence, in order. */
  private Stream<JsonNode> told(Histories histories) {
    return histories.sessions().getOrDefault(session, List.of()).stream()
        .filter(event -> PRESENCE.contains(type(event)))
        .filter(event -> event.path("payload").path("agent").asText().equals(agent.handle()));
  }

  private static String type(JsonNode event) {
    return event.path("type").asText();
  }

  private void assertAfter(JsonNode event, long window) {
    long after = event.path("created_at").asLong() - since;
    assertTrue(after >= window, () -> "early, after " + after + ": " + event);
    assertTrue(after <= window + LATE_MILLIS, () -> "late, after " + after + ": " + event);
  }
}
