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

  /** Longer than even a busy machine takes to start an operator: nobody else is to leave by it. */
  static final long GRACE_MILLIS = 30_000;

  private static final Set<String> PRESENCE =
      Set.of("session.disconnected", "session.reconnected", "session.left");

  /** How late a timer may fire, not counting the time in which no operator was at work. */
  private static final long LATE_MILLIS = 10_000;

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
    List<String> told = toldTo(witness);
    return !told.isEmpty() && told.getLast().equals("session.disconnected");
  }

  /** The types of what was told of its presence, in order, as {@code witness} sees it. */
  List<String> toldTo(TestAgent witness) {
    return told(Histories.of(witness)).map(Absence::type).toList();
  }

  /** It was published once, and it left once, neither early nor much later. */
  void tookItsCourse(Histories histories, OperatorProcess operator) {
    List<JsonNode> told = told(histories).toList();
    JsonNode left = told.getLast();
    JsonNode away = told.get(told.size() - 2);
    assertEquals("session.left", type(left), told::toString);
    assertEquals("grace_expired", left.path("payload").path("reason").asText());
    assertAfter(left, GRACE_MILLIS, operator);
    assertAfter(away, AWAY_MILLIS, operator);
    alternates(told.subList(0, told.size() - 1), agent.handle());
  }

  /** An agent that always came back in time: each time it was away it was taken back. */
  static void alwaysEnded(Seat seat, String session, Histories histories) {
    List<JsonNode> told = new Absence(seat.agent(), session, 0).told(histories).toList();
    alternates(told, seat);
    assertTrue(
        told.isEmpty() || type(told.getLast()).equals("session.reconnected"),
        () -> seat + "\nwas told of as " + told);
  }

  private static void alternates(List<JsonNode> told, Object who) {
    for (int i = 0; i < told.size(); i++) {
      String expected = i % 2 == 0 ? "session.disconnected" : "session.reconnected";
      assertEquals(expected, type(told.get(i)), () -> who + "\nwas told of as " + told);
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

  private void assertAfter(JsonNode event, long window, OperatorProcess operator) {
    long at = event.path("created_at").asLong();
    long due = since + window;
    assertTrue(at >= due, () -> "early by " + (due - at) + ": " + event);
    long late = operator.atWork(due, at);
    assertTrue(late <= LATE_MILLIS, () -> "late by " + late + ": " + event);
  }
}
