package io.github.aspoperator.local.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a seat has not got of what its agent may read.
 *
 * @param events by session, in the order of the log; sessions of which nothing is missing are
 *     absent
 */
record Missing(Map<String, List<JsonNode>> events) {

  static Missing at(Seat seat, Histories histories) {
    var came = Arrivals.of(seat.frames()).first();
    Map<String, List<JsonNode>> missing = new TreeMap<>();
    histories
        .sessions()
        .forEach((session, events) -> {
          var there = came.getOrDefault(session, new TreeMap<>());
          List<JsonNode> absent =
              events.stream().filter(event -> !there.containsKey(sequence(event))).toList();
          if (!absent.isEmpty()) {
            missing.put(session, absent);
          }
        });
    return new Missing(missing);
  }

  boolean isNothing() {
    return events.isEmpty();
  }

  /**
   * All that may tell why {@code seat} misses something: what it is, what the other seats of its
   * agent got, when each was connected, and what the operator thinks.
   */
  static String report(Seat seat, List<Seat> all, Histories histories, OperatorProcess operator) {
    List<String> lines = new ArrayList<>();
    String agent = seat.agent().handle();
    Missing missing = at(seat, histories);
    lines.add(agent + " misses " + missing);
    for (Seat other : all) {
      if (other != seat && other.agent().handle().equals(agent)) {
        lines.add("another seat of it misses " + at(other, histories) + "; " + other);
      }
    }
    lines.add("it was there: " + seat);
    lines.add(DeadStore.view(operator.directory(), agent, missing.events().keySet()));
    lines.add("the operator logged: " + operator.logged());
    return String.join("\n", lines);
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(isNothing() ? "nothing" : "");
    events.forEach((session, absent) ->
        all.append("\n  ")
            .append(session)
            .append(' ')
            .append(runs(absent))
            .append(" created from ")
            .append(createdAt(absent.getFirst()))
            .append(" to ")
            .append(createdAt(absent.getLast())));
    return all.toString();
  }

  private static String runs(List<JsonNode> events) {
    StringBuilder runs = new StringBuilder();
    long first = sequence(events.getFirst());
    long last = first;
    for (JsonNode event : events) {
      long next = sequence(event);
      if (next > last + 1) {
        runs.append(first).append('-').append(last).append(' ');
        first = next;
      }
      last = next;
    }
    return runs.append(first).append('-').append(last).toString();
  }

  private static Instant createdAt(JsonNode event) {
    return Instant.ofEpochMilli(event.path("created_at").asLong());
  }

  private static long sequence(JsonNode event) {
    return event.path("sequence").asLong();
  }
}
