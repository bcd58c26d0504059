package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.CheckFailed;
import io.github.aspoperator.conformance.play.Evidence;
import io.github.aspoperator.conformance.play.Heard;
import io.github.aspoperator.schemas.Judge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is judged on everything that was said in the whole run. */
public final class WholeRunChecks {

  private static final Judge JUDGE = Judge.create();

  /** What a gateway may refuse in its own shape, since it is no HTTP that can be read. */
  private static final Pattern UNREADABLE = Pattern.compile("^[^?]*%(00|(?![0-9A-Fa-f]{2}))");

  /** Every frame is an event of a session that its agent may read just so, or a pong. */
  @Check(id = "ASP-RUN-001", clause = Clause.LIVE_AND_HISTORY, agents = 0)
  public void whatWasDeliveredIsWhatMayBeRead(Evidence evidence) {
    evidence.heard(heard ->
        heard
            .connections()
            .forEach(connection ->
                connection
                    .frames()
                    .forEach(frame -> {
                      List<JsonNode> history =
                          heard.histories().get(frame.path("session_id").asText());
                      if (history != null && !history.contains(frame)) {
                        throw wrong(heard, "got live what it cannot read: " + frame);
                      }
                    })));
  }

  /** Sequences of what may be read rise by one, but for what is not eligible. */
  @Check(id = "ASP-RUN-002", clause = Clause.SEQUENCES, agents = 0)
  public void sequencesRiseAndEventIdsAreUnique(Evidence evidence) {
    Map<String, String> places = new HashMap<>();
    evidence.heard(heard ->
        heard
            .histories()
            .forEach((session, events) -> {
              long last = 0;
              for (JsonNode event : events) {
                long sequence = event.path("sequence").asLong();
                if (sequence <= last) {
                  throw wrong(heard, "reads " + sequence + " after " + last + " in " + session);
                }
                last = sequence;
                String place = session + " " + sequence;
                String before = places.putIfAbsent(event.path("event_id").asText(), place);
                if (before != null && !before.equals(place)) {
                  throw wrong(heard, "reads one event_id at " + before + " and at " + place);
                }
              }
            }));
  }

  /** A connection alone after a clean close gets each event once. */
  @Check(id = "ASP-RUN-003", clause = Clause.REPLAY, agents = 0)
  public void nothingIsDeliveredTwice(Evidence evidence) {
    evidence.heard(heard -> {
      Set<String> had = new HashSet<>();
      for (Heard.Connection connection : heard.connections()) {
        Set<String> here = new HashSet<>();
        for (JsonNode frame : connection.frames()) {
          String id = frame.path("event_id").asText();
          if (!id.isEmpty() && (!here.add(id) || (connection.owedNothing() && had.contains(id)))) {
            throw wrong(heard, "got twice: " + frame);
          }
        }
        had.addAll(here);
      }
    });
  }

  /**
   * From one becoming joined to the next, what a connection had not had rises; becoming joined ends
   * a run.
   */
  @Check(id = "ASP-RUN-004", clause = Clause.DELIVERY_ORDER, agents = 0)
  public void eventsArriveInOrder(Evidence evidence) {
    evidence.heard(heard -> {
      for (Heard.Connection connection : heard.connections()) {
        heard
            .histories()
            .forEach((session, history) ->
                inOrder(heard, firstArrivals(connection.of(session)), history));
      }
    });
  }

  /** What comes again is out of no order. */
  private static List<JsonNode> firstArrivals(List<JsonNode> events) {
    Set<Long> had = new HashSet<>();
    return events.stream().filter(event -> had.add(sequence(event))).toList();
  }

  /** Every reply has the shape that the contract gives it. */
  @Check(id = "ASP-RUN-005", clause = Clause.ERRORS, agents = 0, level = Level.OURS)
  public void everyReplyHasItsShape(Evidence evidence) {
    evidence.exchanges(exchange -> {
      String[] call = exchange.call().split(" ", 2);
      if (UNREADABLE.matcher(call[1]).find()) {
        return;
      }
      List<String> wrong = JUDGE.reply(call[0], call[1], exchange.status(), exchange.answer());
      if (!wrong.isEmpty()) {
        throw new CheckFailed(wrong + "\n" + exchange.text());
      }
    });
  }

  /** Every frame has the shape that the contract gives it. */
  @Check(id = "ASP-RUN-006", clause = Clause.ENVELOPE, agents = 0)
  public void everyFrameHasItsShape(Evidence evidence) {
    evidence.heard(heard ->
        heard
            .connections()
            .forEach(connection ->
                connection
                    .texts()
                    .forEach(text -> {
                      List<String> wrong = JUDGE.frame(text);
                      if (!wrong.isEmpty()) {
                        throw wrong(heard, "got " + text + ": " + wrong);
                      }
                    })));
  }

  private static void inOrder(Heard heard, List<JsonNode> events, List<JsonNode> history) {
    long last = 0;
    for (int i = 0; i < events.size(); i++) {
      long sequence = sequence(events.get(i));
      if (sequence <= last && !opensARun(heard.agent(), events, i, history)) {
        throw wrong(heard, "got " + sequence + " after " + last + ": " + events.get(i));
      }
      last = sequence;
    }
  }

  /**
   * Whether what begins at {@code from} rises until the agent becomes joined. Where the connection
   * was closed before that came, the history tells whether it would have.
   */
  private static boolean opensARun(
      String agent, List<JsonNode> events, int from, List<JsonNode> history) {
    long last = 0;
    for (JsonNode event : events.subList(from, events.size())) {
      if (sequence(event) <= last) {
        return false;
      }
      last = sequence(event);
      if (becomesJoined(agent, event)) {
        return true;
      }
    }
    long heard = last;
    return history.stream().anyMatch(e -> sequence(e) > heard && becomesJoined(agent, e));
  }

  private static boolean becomesJoined(String agent, JsonNode event) {
    JsonNode payload = event.path("payload");
    return switch (event.path("type").asText()) {
      case "session.joined" -> payload.path("agent").asText().equals(agent);
      case "session.reopened" -> payload.path("reopened_by").asText().equals(agent);
      default -> false;
    };
  }

  private static long sequence(JsonNode event) {
    return event.path("sequence").asLong();
  }

  private static CheckFailed wrong(Heard heard, String what) {
    return new CheckFailed("in " + heard.check() + " " + heard.agent() + " " + what);
  }
}
