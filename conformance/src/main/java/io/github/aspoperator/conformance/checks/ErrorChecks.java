package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a refusal looks like (section 6). */
public final class ErrorChecks {

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
}
