package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a refusal looks like, and which one comes first (sections 3 and 6). */
public final class ErrorChecks {

  private static final List<String> VERBS =
      List.of("messages", "invite", "join", "leave", "end", "reopen");

  private static String bodyOf(Play play, String verb) {
    return switch (verb) {
      case "messages" -> "{\"content\":\"x\"}";
      case "invite" -> "{\"invite\":" + Agent.list(play.bob()) + "}";
      default -> "";
    };
  }

  /** What {@code who} is answered to every call of a session. */
  private static List<Reply> everyCall(Play play, Agent who, String id) {
    List<Reply> replies = new ArrayList<>();
    for (String verb : VERBS) {
      replies.add(who.post("/sessions/" + id + "/" + verb, bodyOf(play, verb)));
    }
    replies.add(who.get("/sessions/" + id));
    replies.add(who.get("/sessions/" + id + "/events"));
    return replies;
  }

  /** One refusal of each kind. */
  private static List<Reply> refusals(Play play) {
    String over = play.ann().meet(play.bob());
    String key = "{\"content\":\"%s\",\"idempotency_key\":\"k\"}";
    var _ = play.ann().send(over, key.formatted("a")).is(201);
    Reply conflict = play.ann().send(over, key.formatted("b")).is(422);
    var _ = play.ann().end(over).is(200);
    return List.of(
        play.ann().create("{").is(400),
        play.ann().create("{\"topic\":5}").is(400),
        play.anonymous("GET", "/sessions/" + over, "").is(401),
        play.ann().read(play.noSession()).is(404),
        play.ann().get("/nowhere").is(404),
        play.ann().call("PUT", "/sessions", new byte[0]).is(405),
        play.ann().end(over).is(409),
        conflict);
  }

  @Check(id = "ASP-ERR-001", clause = Clause.ERRORS, level = Level.OURS)
  public void anErrorHasACodeAMessageAndARequestId(Play play) {
    Set<String> ids = new HashSet<>();
    for (Reply reply : refusals(play)) {
      String call = reply.exchange().call();
      JsonNode error = reply.json().path("error");
      Expect.equal(1, reply.json().size(), "fields beside error, " + call);
      Set<String> fields = new HashSet<>();
      error.fieldNames().forEachRemaining(fields::add);
      boolean names = reply.status() == 400;
      Expect.equal(
          names
              ? Set.of("code", "message", "request_id", "field")
              : Set.of("code", "message", "request_id"),
          fields,
          "the fields of the error, " + call);
      fields.forEach(
          field -> Expect.that(error.path(field).isTextual(), field + " is no text, " + call));
      Expect.that(!error.path("message").asText().isBlank(), "an empty message, " + call);
      Expect.that(ids.add(error.path("request_id").asText()), "a request_id twice, " + call);
      String type = reply.header("Content-Type").orElse("");
      Expect.that(type.startsWith("application/json"), "Content-Type " + type + ", " + call);
    }
  }

  @Check(id = "ASP-ERR-002", clause = Clause.ERRORS, level = Level.OURS)
  public void everyStatusHasItsCode(Play play) {
    List<String> codes =
        refusals(play).stream().map(r -> r.json().at("/error/code").asText()).toList();
    Expect.equal(
        List.of(
            "INVALID_REQUEST",
            "INVALID_REQUEST",
            "UNAUTHORIZED",
            "NOT_FOUND",
            "NOT_FOUND",
            "METHOD_NOT_ALLOWED",
            "SESSION_ENDED",
            "IDEMPOTENCY_CONFLICT"),
        codes,
        "the codes");
  }

  @Check(id = "ASP-ERR-003", clause = Clause.ERRORS)
  public void noAnswerLeaksWhatIsInside(Play play) {
    String session = play.ann().meet(play.bob());
    List<Reply> replies = new ArrayList<>(refusals(play));
    for (String path :
        List.of(
            "/sessions/%00",
            "/sessions/..%2f..%2fetc",
            "/sessions/%F0%9F",
            "/sessions/" + "a".repeat(2_000),
            "/sessions/" + session + "/events?limit=99999999999999999999",
            "/sessions/" + session + "/events?after_sequence=%FF",
            "/sessions/" + session + "/events?limit=%00",
            "/sessions?cursor=%22%27%3B--")) {
      replies.add(play.ann().get(path));
    }
    for (String body :
        List.of("{\"content\":{\"a\":[", "\u0000", "{\"\":{}}", "[[[[", "{\"content\":1e999999}")) {
      replies.add(play.ann().send(session, body));
    }
    for (Reply reply : replies) {
      String call = reply.exchange().call();
      Expect.that(reply.status() >= 400 && reply.status() < 500, call + " got " + reply.status());
      for (String inside :
          List.of("Exception", "\tat ", "at java.", ".java:", "Traceback", ".js:", ".py")) {
        Expect.that(!reply.body().contains(inside), call + " leaks: " + reply.body());
      }
    }
  }

  @Check(id = "ASP-ERR-004", clause = Clause.NEVER_PARTICIPANT)
  public void anUnknownSessionIs404ForEveryCall(Play play) {
    everyCall(play, play.ann(), play.noSession()).forEach(reply -> reply.is(404));
  }

  @Check(id = "ASP-ERR-005", clause = Clause.NEVER_PARTICIPANT, agents = 3)
  public void theSessionOfOthersLooksUnknown(Play play) {
    String active = play.bob().meet(play.carol());
    String over = play.bob().meet(play.carol());
    var _ = play.bob().end(over).is(200);
    List<String> unknown = masked(everyCall(play, play.ann(), play.noSession()));
    Expect.equal(unknown, masked(everyCall(play, play.ann(), active)), "of an active one");
    Expect.equal(unknown, masked(everyCall(play, play.ann(), over)), "of an ended one");
  }

  private static List<String> masked(List<Reply> replies) {
    return replies.stream().map(reply -> reply.is(404).masked()).toList();
  }

  @Check(id = "ASP-ERR-006", clause = Clause.NEVER_PARTICIPANT, level = Level.OURS)
  public void aMalformedIdIs404ForEveryCall(Play play) {
    String session = play.ann().meet(play.bob());
    for (String id :
        List.of(
            "x",
            "sess_",
            "sess_x",
            session.substring(5),
            session.toLowerCase(Locale.ROOT),
            session + "0",
            session.substring(0, session.length() - 1),
            session.replace("sess_", "msg_"),
            "sess_" + "0".repeat(300),
            "%20",
            "-1")) {
      for (Reply reply : everyCall(play, play.ann(), id)) {
        var _ = reply.refused(404, "NOT_FOUND");
      }
    }
    Expect.equal("active", play.ann().read(session).is(200).text("state"), "the state");
  }

  @Check(id = "ASP-ERR-007", clause = Clause.METHODS)
  public void unknownRoutesAre404(Play play) {
    String session = play.ann().meet(play.bob());
    for (String path :
        List.of(
            "/nowhere",
            "/session",
            "/sessions/" + session + "/nowhere",
            "/sessions/" + session + "/events/1",
            "/sessions/" + session + "/join/again",
            "/Sessions",
            "/connect/nowhere")) {
      for (String method : List.of("GET", "POST", "DELETE")) {
        int status = play.ann().call(method, path, new byte[0]).status();
        Expect.equal(404, status, method + " " + path);
      }
    }
  }

  @Check(id = "ASP-ERR-008", clause = Clause.METHODS)
  public void wrongMethodsAre405(Play play) {
    String session = "/sessions/" + play.ann().meet(play.bob());
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      wrong(play, method, "/sessions");
    }
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      wrong(play, method, session);
      wrong(play, method, session + "/events");
    }
    for (String verb : VERBS) {
      for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
        wrong(play, method, session + "/" + verb);
      }
    }
  }

  private static void wrong(Play play, String method, String path) {
    int status = play.ann().call(method, path, new byte[0]).status();
    Expect.equal(405, status, method + " " + path);
  }

  @Check(id = "ASP-ERR-009", clause = Clause.ORDER_OF_CHECKS, agents = 1)
  public void theRouteComesBeforeTheCredentials(Play play) {
    for (String token : List.of("", "Bearer wrong")) {
      String[] headers = token.isEmpty() ? new String[0] : new String[] {"Authorization", token};
      var _ = play.anonymous("GET", "/nowhere", "", headers).is(404);
      var _ = play.anonymous("POST", "/sessions/x/nowhere", "{", headers).is(404);
      var _ = play.anonymous("DELETE", "/sessions", "", headers).is(405);
      var _ = play.anonymous("GET", "/sessions/x/join", "", headers).is(405);
    }
  }

  @Check(id = "ASP-ERR-010", clause = Clause.ORDER_OF_CHECKS)
  public void theCredentialsComeBeforeEverythingElse(Play play) {
    String session = play.ann().meet(play.bob());
    String large = "{\"content\":\"" + "a".repeat(200 * 1024) + "\"}";
    for (String body : List.of("{", "{\"topic\":5}", large)) {
      var _ = play.anonymous("POST", "/sessions", body).is(401);
      var _ = play.anonymous("POST", "/sessions/" + session + "/messages", body).is(401);
      var _ = play.anonymous("POST", "/sessions/x/messages", body).is(401);
    }
    var _ = play.anonymous("GET", "/sessions/" + session + "/events?limit=x", "").is(401);
    var _ = play.anonymous("GET", "/sessions/" + play.noSession(), "").is(401);
  }

  @Check(id = "ASP-ERR-011", clause = Clause.ORDER_OF_CHECKS)
  public void whatIsWrongInTheRequestComesBeforeTheSession(Play play) {
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    for (String id : List.of(play.noSession(), over)) {
      var _ = play.ann().send(id, "{\"content\":5}").is(400);
      var _ = play.ann().send(id, "{").is(400);
      var _ = play.ann().post("/sessions/" + id + "/invite", "{\"invite\":[\"x\"]}").is(400);
      var _ = play.ann().reopen(id, "{\"initial_message\":5}").is(400);
      var _ = play.ann().get("/sessions/" + id + "/events?limit=0").is(400);
    }
  }

  @Check(id = "ASP-ERR-012", clause = Clause.ORDER_OF_CHECKS, level = Level.OURS)
  public void tooMuchComesBeforeTheSession(Play play) {
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    String large = "{\"content\":\"" + "a".repeat(100 * 1024) + "\"}";
    for (String id : List.of(play.noSession(), over, "x")) {
      var _ = play.ann().send(id, large).refused(413, "PAYLOAD_TOO_LARGE");
    }
  }

  @Check(id = "ASP-ERR-013", clause = Clause.ORDER_OF_CHECKS, agents = 3)
  public void notYoursComesBeforeEnded(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    var _ = play.ann().end(session).is(200);
    for (String verb : List.of("messages", "invite", "leave", "end")) {
      String path = "/sessions/" + session + "/" + verb;
      Expect.equal(404, play.bob().post(path, harmless(play, verb)).status(), "who left, " + verb);
      Expect.equal(
          404, play.carol().post(path, harmless(play, verb)).status(), "a stranger, " + verb);
      Expect.equal(
          409, play.ann().post(path, harmless(play, verb)).status(), "a joined one, " + verb);
    }
  }

  private static String harmless(Play play, String verb) {
    return verb.equals("invite") ? "{\"invite\":[\"" + play.nobody() + "\"]}" : bodyOf(play, verb);
  }

  @Check(id = "ASP-ERR-016", clause = Clause.JOIN)
  public void verbsWithoutABodyTakeNoneOrAnEmptyObject(Play play) {
    for (String body : List.of("", "{}", " { } ")) {
      String session = play.ann().open(play.bob());
      String path = "/sessions/" + session;
      var _ = play.bob().post(path + "/join", body).is(200, "{\"ok\":true}");
      var _ = play.bob().post(path + "/leave", body).is(200, "{\"ok\":true}");
      var _ = play.ann().post(path + "/end", body).is(200, "{\"ok\":true}");
      var _ = play.ann().post(path + "/reopen", body).is(200, "{\"ok\":true}");
    }
  }

  @Check(id = "ASP-ERR-017", clause = Clause.STRICT, level = Level.OURS)
  public void theContentTypeIsNotLookedAt(Play play) {
    String session = play.ann().meet(play.bob());
    for (String type :
        List.of("text/plain", "application/xml", "application/json; charset=utf-16", "nonsense")) {
      var _ = play.ann().send(session, "{\"content\":\"é\"}", "Content-Type", type).is(201);
      JsonNode last = play.ann().history(session).getLast();
      Expect.equal("é", last.at("/payload/content").asText(), "the content sent as " + type);
    }
  }
}
