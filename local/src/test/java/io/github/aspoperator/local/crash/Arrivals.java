package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrived at one seat, over all its connections.
 *
 * @param first the first arrivals, by session and sequence
 * @param frames how many frames came
 * @param swaps first arrivals that came after a later one of their session
 */
record Arrivals(Map<String, TreeMap<Long, JsonNode>> first, int frames, List<String> swaps) {

  static Arrivals of(List<JsonNode> frames) {
    Map<String, TreeMap<Long, JsonNode>> first = new HashMap<>();
    List<String> swaps = new java.util.ArrayList<>();
    for (JsonNode frame : frames) {
      String session = frame.path("session_id").asText();
      long sequence = frame.path("sequence").asLong();
      TreeMap<Long, JsonNode> come = first.computeIfAbsent(session, _ -> new TreeMap<>());
      if (!come.isEmpty() && !come.containsKey(sequence) && come.lastKey() > sequence) {
        swaps.add(session + " " + sequence + " after " + come.lastKey());
      }
      come.putIfAbsent(sequence, frame);
    }
    return new Arrivals(first, frames.size(), swaps);
  }

  /** Frames that had come before. */
  int repeated() {
    return frames - first.values().stream().mapToInt(Map::size).sum();
  }

  /** Nothing swapped, and nothing but what the agent may read, to the letter. */
  void areAmong(Histories histories) {
    assertEquals(List.of(), swaps);
    first.forEach((session, events) -> {
      Map<Long, JsonNode> readable = new HashMap<>();
      for (JsonNode event : histories.sessions().getOrDefault(session, List.of())) {
        readable.put(event.path("sequence").asLong(), event);
      }
      events.forEach((sequence, event) -> {
        assertTrue(readable.containsKey(sequence), () -> "not for it: " + event);
        assertEquals(readable.get(sequence), event);
      });
    });
  }
}
