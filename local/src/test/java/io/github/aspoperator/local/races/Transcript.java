package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.model.world.Order;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole log, as somebody read it who was joined at its end; and, from its own words, what each
 * agent may see of it and in which order (section 5).
 */
final class Transcript {

  private enum Status {
    INVITED,
    JOINED,
    LEFT
  }

  private final List<JsonNode> log;
  private final Map<String, Status> statuses = new LinkedHashMap<>();
  private final Map<String, Set<Integer>> visible = new LinkedHashMap<>();
  private final Map<String, Order> orders = new LinkedHashMap<>();

  private Transcript(List<JsonNode> log) {
    this.log = log;
  }

  static Transcript of(String creator, List<JsonNode> log) {
    Transcript transcript = new Transcript(log);
    transcript.statuses.put(creator, Status.JOINED);
    log.forEach(transcript::hear);
    return transcript;
  }

  private void hear(JsonNode event) {
    int sequence = event.path("sequence").intValue();
    JsonNode payload = event.path("payload");
    String agent = payload.path("agent").asText();
    switch (event.path("type").asText()) {
      case "session.invited" -> {
        statuses.put(payload.path("invitee").asText(), Status.INVITED);
        sees(payload.path("invitee").asText(), sequence);
        joinedSee(sequence);
      }
      case "session.joined" -> {
        joinedSee(sequence);
        becomesJoined(agent, sequence);
      }
      case "session.left" -> {
        joinedSee(sequence);
        sees(agent, sequence);
        statuses.put(agent, Status.LEFT);
      }
      case "session.ended" -> {
        joinedSee(sequence);
        for (String invitee : with(Status.INVITED)) {
          sees(invitee, sequence);
          statuses.put(invitee, Status.LEFT);
        }
      }
      case "session.reopened" -> reopened(payload.path("reopened_by").asText(), sequence);
      default -> joinedSee(sequence);
    }
  }

  private void reopened(String by, int sequence) {
    with(Status.JOINED).forEach(joined -> statuses.put(joined, Status.LEFT));
    // nobody but the one who reopened can invite right after it, in the same call
    for (JsonNode next : log.subList(sequence, log.size())) {
      String invitee = next.path("payload").path("invitee").asText();
      if (!next.path("type").asText().equals("session.invited")) {
        break;
      }
      if (statuses.containsKey(invitee)) {
        sees(invitee, sequence);
      }
    }
    becomesJoined(by, sequence);
  }

  private void becomesJoined(String agent, int sequence) {
    statuses.put(agent, Status.JOINED);
    List<Integer> run = new ArrayList<>();
    for (int i = 1; i <= sequence; i++) {
      if (visible.computeIfAbsent(agent, _ -> new HashSet<>()).add(i)) {
        run.add(i);
      }
    }
    order(agent).run(run);
  }

  private void joinedSee(int sequence) {
    with(Status.JOINED).forEach(joined -> sees(joined, sequence));
  }

  private void sees(String agent, int sequence) {
    if (visible.computeIfAbsent(agent, _ -> new HashSet<>()).add(sequence)) {
      order(agent).comes(sequence);
    }
  }

  private List<String> with(Status status) {
    return statuses.keySet().stream().filter(a -> statuses.get(a) == status).toList();
  }

  /** Whether it ever took part. */
  boolean knows(String agent) {
    return statuses.containsKey(agent);
  }

  Order order(String agent) {
    return orders.computeIfAbsent(agent, _ -> new Order());
  }

  int size() {
    return log.size();
  }

  /** The event with that sequence. */
  JsonNode event(int sequence) {
    return log.get(sequence - 1);
  }

  /** Invariant 5, and section 1: time never falls within a session. */
  void isDense() {
    long time = 0;
    for (int i = 0; i < log.size(); i++) {
      assertEquals(i + 1, log.get(i).path("sequence").intValue(), "a gap or a swap");
      long at = log.get(i).path("created_at").longValue();
      assertTrue(at >= time, "time fell at " + log.get(i));
      time = at;
    }
    long ids = log.stream().map(event -> event.path("event_id").asText()).distinct().count();
    assertEquals(log.size(), ids, "event ids");
  }

  /** Invariant 4: {@code history} is just what {@code agent} may see, word for word. */
  void isReadBy(String agent, List<JsonNode> history) {
    List<JsonNode> expected =
        visible.getOrDefault(agent, Set.of()).stream().sorted().map(this::event).toList();
    assertEquals(expected, history, "the history of " + agent);
  }

  /**
   * Invariants 1 to 4: {@code frames}, of all connections of {@code agent} one after the other, are
   * just what it may see, each once, in an order that may be.
   */
  void wasHandedTo(String agent, List<JsonNode> frames) {
    List<Integer> sequences = frames.stream().map(f -> f.path("sequence").intValue()).toList();
    assertTrue(
        order(agent).beginsWith(sequences) && order(agent).size() == sequences.size(),
        () -> agent + " was handed " + sequences + " instead of " + order(agent));
    for (JsonNode frame : frames) {
      assertEquals(event(frame.path("sequence").intValue()), frame);
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    log.forEach(event -> text.append("\n  ").append(event));
    return text.toString();
  }
}
