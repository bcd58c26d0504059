package io.github.aspoperator.conformance.broken;

import static io.github.aspoperator.conformance.broken.Broken.answer;
import static io.github.aspoperator.conformance.broken.Broken.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Wrong answers about sessions and what is read of them. */
final class SessionFaults {

  private static final String MESSAGES = "/sessions/[^/]+/messages";
  private static final String EVENTS = "/sessions/[^/]+/events";
  private static final String SESSION = "/sessions/[^/]+";

  private SessionFaults() {}

  static List<Broken> all() {
    return List.of(
        answer(
            "a stranger is answered 403",
            "ASP-ELI-011",
            "POST",
            "/sessions/[^/]+/(end|leave)",
            (_, a) -> a.status() == 404 ? a.status(403) : a),
        answer(
            "a message is answered 200",
            "ASP-SES-008",
            "POST",
            MESSAGES,
            (c, a) -> a.status() == 201 && c.text().contains("\"hello\"") ? a.status(200) : a),
        answer(
            "a reopening is answered 201",
            "ASP-REO-006",
            "POST",
            "/sessions/[^/]+/reopen",
            (c, a) -> a.status() == 200 && c.text().contains("\"again\"") ? a.status(201) : a),
        answer(
            "every create answers a sequence",
            "ASP-SES-003",
            "POST",
            "/sessions",
            (_, a) ->
                a.body(
                    a.body().replaceFirst("(\"session_id\":\"[^\"]*\")}", "$1,\"sequence\":1}"))),
        answer(
            "who was only invited stays invited when it ends",
            "ASP-SES-012",
            "GET",
            SESSION,
            (_, a) ->
                a.body().contains("\"state\":\"ended\"")
                    ? a.body(
                        a.body()
                            .replaceAll(
                                "\"status\":\"left\",\"left_at\"",
                                "\"status\":\"invited\",\"left_at\""))
                    : a),
        answer(
            "an ended session does not say when",
            "ASP-SES-013",
            "GET",
            SESSION,
            (_, a) -> a.body(a.body().replaceAll(",\"ended_at\":\\d+", ""))),
        answer(
            "inviting answers nobody",
            "ASP-SES-014",
            "POST",
            "/sessions/[^/]+/invite",
            (_, a) -> a.status() == 200 ? a.body("{\"invited\":[]}") : a),
        answer("joining again is refused", "ASP-SES-007", "POST", "/sessions/[^/]+/join", again()),
        answer(
            "there is always one page",
            "ASP-PAG-001",
            "GET",
            EVENTS,
            (_, a) -> a.body(a.body().replaceAll(",\"next_cursor\":\"[^\"]*\"", ""))),
        call(
            "the limit is not looked at",
            "ASP-PAG-001",
            "GET",
            EVENTS,
            c -> c.path(c.path().replaceAll("limit=3", "limit=1000"))),
        call(
            "a page begins with the sequence",
            "ASP-PAG-003",
            "GET",
            EVENTS,
            c -> c.path(c.path().replace("after_sequence=3", "after_sequence=2"))),
        answer(
            "sessions come oldest first",
            "ASP-LST-001",
            "GET",
            "/sessions",
            (_, a) -> a.body(turned(a.body()))),
        answer(
            "a ticket lasts for ever",
            "ASP-TIC-004",
            "POST",
            "/connect/tickets",
            (_, a) -> a.body(a.body().replaceAll("\"expires_at\":\\d+", "\"expires_at\":0"))),
        answer(
            "a send-and-end session stays active",
            "ASP-SAE-001",
            "GET",
            SESSION,
            (_, a) -> a.body(a.body().replace("\"state\":\"ended\"", "\"state\":\"active\""))));
  }

  /** Refuses the second of two equal calls. */
  private static BiFunction<Call, Answer, Answer> again() {
    List<String> seen = new ArrayList<>();
    return (call, answer) -> {
      synchronized (seen) {
        String who = call.token() + call.path();
        if (seen.contains(who) && answer.status() == 200) {
          return answer.status(409);
        }
        seen.add(who);
        return answer;
      }
    };
  }

  private static String turned(String body) {
    JsonNode page = Json.read(body);
    if (!(page.deepCopy() instanceof ObjectNode turned) || !turned.has("sessions")) {
      return body;
    }
    List<JsonNode> sessions = new ArrayList<>();
    page.path("sessions").forEach(sessions::add);
    var array = turned.putArray("sessions");
    sessions.reversed().forEach(array::add);
    return turned.toString();
  }
}
