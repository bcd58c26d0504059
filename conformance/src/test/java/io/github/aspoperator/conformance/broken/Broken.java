package io.github.aspoperator.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A broken operator.
 *
 * @param name what it does wrong
 * @param check the check that must find it
 * @param fault makes what breaks it
 */
record Broken(String name, String check, Supplier<Fault> fault) {

  @Override
  public String toString() {
    return name;
  }

  private static final String MESSAGES = "/sessions/[^/]+/messages";
  private static final String EVENTS = "/sessions/[^/]+/events";
  private static final String SESSION = "/sessions/[^/]+";

  /** All of them. */
  static List<Broken> all() {
    List<Broken> all = new ArrayList<>();
    all.addAll(answers());
    all.addAll(events());
    all.addAll(streams());
    return all;
  }

  private static List<Broken> answers() {
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

  private static List<Broken> events() {
    return List.of(
        event(
            "an invitation forgets the topic",
            "ASP-SES-004",
            "session.invited",
            e -> {
              payload(e).remove("topic");
              return true;
            }),
        event(
            "an invitation forgets its message",
            "ASP-SAE-002",
            "session.invited",
            e -> {
              payload(e).remove("initial_message");
              return true;
            }),
        event(
            "nobody is seen leaving",
            "ASP-SES-009",
            "session.left",
            e -> e.path("sequence").asLong() != 5),
        event(
            "an end does not say by whom",
            "ASP-SES-012",
            "session.ended",
            e -> {
              payload(e).remove("ended_by");
              return true;
            }),
        event(
            "a joining says too much",
            "ASP-ENV-001",
            "session.joined",
            e -> {
              payload(e).put("extra", true);
              return true;
            }),
        event(
            "metadata is lost",
            "ASP-ENV-001",
            "session.message",
            e -> {
              payload(e).remove("metadata");
              return true;
            }),
        event(
            "times are texts",
            "ASP-ENV-002",
            "session.message",
            e -> {
              e.put("created_at", e.path("created_at").asText());
              return true;
            }),
        event(
            "two events have one sequence",
            "ASP-ENV-003",
            "session.message",
            e -> {
              if (e.path("sequence").asLong() == 6) {
                e.put("sequence", 5);
              }
              return true;
            }),
        event(
            "every leaving is a leaving of its own will",
            "ASP-PRE-003",
            "session.left",
            e -> {
              payload(e).put("reason", "left");
              return true;
            }),
        event("an absence is not reported", "ASP-PRE-001", "session.disconnected", _ -> false),
        event("a return is not reported", "ASP-PRE-002", "session.reconnected", _ -> false),
        event(
            "a reopening does not say by whom",
            "ASP-REO-002",
            "session.reopened",
            e -> {
              payload(e).put("reopened_by", "@nobody.here");
              return true;
            }),
        event(
            "who is thrown out of the invitation does not see the end",
            "ASP-ELI-009",
            "session.ended",
            e -> e.path("sequence").asLong() != 3));
  }

  private static List<Broken> streams() {
    return List.of(
        new Broken(
            "what was heard comes again after a clean close",
            "ASP-DEL-005",
            () ->
                new Fault() {
                  @Override
                  List<String> opening(Line line) {
                    boolean alone = line.before().stream().allMatch(Line::isOver);
                    return alone && !line.before().isEmpty()
                        ? tail(line.before().getLast().out())
                        : List.of();
                  }
                }),
        new Broken(
            "a message is lost", "ASP-DEL-013", () -> frames(f -> !f.contains("\"message 7\""))),
        new Broken(
            "the sender does not hear itself",
            "ASP-ELI-010",
            () -> frames(f -> !f.contains("\"mine\""))),
        new Broken("two messages come in the wrong order", "ASP-RUN-004", Swap::new),
        new Broken(
            "only the first connection gets live events",
            "ASP-DEL-003",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    boolean second = line.before().stream().anyMatch(l -> !l.isOver());
                    return second && frame.contains("\"to both\"") ? List.of() : List.of(frame);
                  }
                }),
        new Broken(
            "a connection beside another is told nothing",
            "ASP-DEL-011",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    boolean had =
                        line.before().stream()
                            .anyMatch(l -> !l.isOver() && l.out().contains(frame));
                    return had && frame.contains("said before") ? List.of() : List.of(frame);
                  }
                }),
        new Broken(
            "frames come twice",
            "ASP-RUN-003",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    return frame.contains("\"in between\"")
                        ? List.of(frame, frame)
                        : List.of(frame);
                  }
                }),
        new Broken(
            "a frame says something else than the history",
            "ASP-RUN-001",
            () ->
                new Fault() {
                  @Override
                  List<String> frame(Line line, String frame) {
                    return List.of(frame.replace("\"missed 3\"", "\"missed three\""));
                  }
                }),
        new Broken(
            "pings are not answered", "ASP-CNN-003", () -> frames(f -> !f.contains("\"pong\""))),
        new Broken("invitees are not told while they are away", "ASP-DEL-006", Late::new));
  }

  /** Loses invitations that are older than the connection. */
  private static final class Late extends Fault {
    @Override
    List<String> frame(Line line, String frame) {
      boolean replayed = line.out().isEmpty() && line.before().isEmpty();
      return replayed && frame.contains("session.invited") && frame.contains("\"sequence\":1,")
          ? List.of()
          : List.of(frame);
    }
  }

  /** Holds one frame back until the next one has gone out. */
  private static final class Swap extends Fault {
    private final List<String> held = new ArrayList<>();

    @Override
    synchronized List<String> frame(Line line, String frame) {
      if (frame.contains("\"one 1\"")) {
        held.add(frame);
        return List.of();
      }
      if (frame.contains("\"one 2\"") && !held.isEmpty()) {
        return List.of(frame, held.removeFirst());
      }
      return List.of(frame);
    }
  }

  private static List<String> tail(List<String> out) {
    return out.subList(Math.max(0, out.size() - 1), out.size());
  }

  private static ObjectNode payload(ObjectNode event) {
    return event.withObjectProperty("payload");
  }

  private static Fault frames(Predicate<String> kept) {
    return new Fault() {
      @Override
      List<String> frame(Line line, String frame) {
        return kept.test(frame) ? List.of(frame) : List.of();
      }
    };
  }

  private static Broken answer(
      String name,
      String check,
      String method,
      String path,
      BiFunction<Call, Answer, Answer> change) {
    return new Broken(
        name,
        check,
        () ->
            new Fault() {
              @Override
              Answer answer(Call call, Answer answer) {
                return call.is(method, path) ? change.apply(call, answer) : answer;
              }
            });
  }

  private static Broken call(
      String name, String check, String method, String path, UnaryOperator<Call> change) {
    return new Broken(
        name,
        check,
        () ->
            new Fault() {
              @Override
              Call call(Call call) {
                return call.is(method, path) ? change.apply(call) : call;
              }
            });
  }

  private static Broken event(String name, String check, String type, Predicate<ObjectNode> keeps) {
    return new Broken(
        name,
        check,
        () ->
            new EventFault() {
              @Override
              boolean keeps(ObjectNode event) {
                return !event.path("type").asText().equals(type) || keeps.test(event);
              }
            });
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
