package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Who calls, and from where: tokens, headers, health (sections 1, 3 and 7). */
public final class CredentialChecks {

  private static final List<List<String>> CALLS =
      List.of(
          List.of("POST", "/sessions", "{}"),
          List.of("POST", "/sessions/%s/join", ""),
          List.of("POST", "/sessions/%s/invite", "{\"invite\":[\"@a.b\"]}"),
          List.of("POST", "/sessions/%s/messages", "{\"content\":\"x\"}"),
          List.of("POST", "/sessions/%s/leave", ""),
          List.of("POST", "/sessions/%s/end", ""),
          List.of("POST", "/sessions/%s/reopen", ""),
          List.of("GET", "/sessions/%s", ""),
          List.of("GET", "/sessions/%s/events", ""));

  private static Reply anonymous(Play play, List<String> call, String session, String... headers) {
    return play.anonymous(call.get(0), call.get(1).formatted(session), call.get(2), headers)
        .is(401);
  }

  @Check(id = "ASP-ERR-018", clause = Clause.BEARER)
  public void nothingIsDoneWithoutCredentials(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    for (List<String> call : CALLS) {
      Reply reply = anonymous(play, call, session);
      String challenge = reply.header("WWW-Authenticate").orElse("");
      Expect.that(challenge.startsWith("Bearer"), call + " challenges with " + challenge);
    }
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-ERR-019", clause = Clause.BEARER)
  public void nothingIsDoneWithCredentialsThatAreNone(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    String token = play.ann().token();
    for (String wrong :
        List.of(
            "Bearer nonsense",
            "Bearer " + token + "x",
            "Bearer " + token.substring(0, token.length() - 1),
            "Bearer " + token.substring(1),
            "Bearer " + play.ann().handle(),
            "Bearer",
            "Basic " + token,
            token)) {
      for (List<String> call : CALLS) {
        Reply reply = anonymous(play, call, session, "Authorization", wrong);
        String challenge = reply.header("WWW-Authenticate").orElse("");
        Expect.that(challenge.startsWith("Bearer"), call + " challenges with " + challenge);
      }
    }
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-ERR-020", clause = Clause.BEARER, level = Level.OURS, agents = 1)
  public void theChallengeSaysWhetherATokenWasSent(Play play) {
    Reply none = play.anonymous("POST", "/sessions", "{}").refused(401, "UNAUTHORIZED");
    Expect.equal("Bearer", none.header("WWW-Authenticate").orElse(""), "without a token");
    Reply bad =
        play.anonymous("POST", "/sessions", "{}", "Authorization", "Bearer nonsense")
            .refused(401, "UNAUTHORIZED");
    String challenge = bad.header("WWW-Authenticate").orElse("");
    Expect.that(challenge.contains("error=\"invalid_token\""), "with a bad one: " + challenge);
  }

  @Check(id = "ASP-ERR-021", clause = Clause.OTHER_HANDLE, level = Level.OURS)
  public void whoCallsItselfAnotherIsRefused(Play play) {
    String header = "X-ASP-Agent";
    String session = play.ann().meet(play.bob());
    for (String other : List.of(play.bob().handle(), play.nobody(), "nonsense")) {
      var _ =
          play.ann()
              .send(session, "{\"content\":\"x\"}", header, other)
              .refused(401, "UNAUTHORIZED");
      String bearer = "Bearer " + play.ann().token();
      int status = play.refusedHandshake(play.ann(), "", "Authorization", bearer, header, other);
      Expect.equal(401, status, "the handshake as " + other);
    }
    var _ = play.ann().send(session, "{\"content\":\"x\"}", header, play.ann().handle()).is(201);
  }

  @Check(id = "ASP-ERR-022", clause = Clause.BEARER, agents = 1)
  public void noConnectionIsOpenedWithoutCredentials(Play play) {
    Expect.equal(401, play.refusedHandshake(play.ann(), ""), "without a token");
    for (String wrong : List.of("Bearer nonsense", "Basic " + play.ann().token())) {
      int status = play.refusedHandshake(play.ann(), "", "Authorization", wrong);
      Expect.equal(401, status, "with " + wrong.substring(0, 6));
    }
  }

  @Check(id = "ASP-ERR-023", clause = Clause.TICKETS, level = Level.OURS)
  public void aTokenInAQueryIsNoCredential(Play play) {
    String session = play.ann().meet(play.bob());
    for (String name : List.of("token", "access_token", "ticket", "authorization")) {
      String query = "?" + name + "=" + play.ann().token();
      Expect.equal(401, play.refusedHandshake(play.ann(), query), "a handshake with " + name);
      var _ = play.anonymous("GET", "/sessions/" + session + query, "").is(401);
    }
  }

  @Check(id = "ASP-ERR-024", clause = Clause.METHODS, level = Level.OURS, agents = 1)
  public void theStreamWithoutAnUpgradeIs426(Play play) {
    var _ = play.ann().get("/connect").is(426);
  }

  @Check(id = "ASP-ERR-025", clause = Clause.CORS, level = Level.OURS, agents = 1)
  public void aBrowserMayAskFromAnywhere(Play play) {
    String session = play.ann().create("{}").is(201).text("session_id");
    for (String path : List.of("/sessions", "/sessions/" + session + "/messages")) {
      Reply reply =
          play.anonymous(
              "OPTIONS",
              path,
              "",
              "Origin",
              "https://app.example.org",
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "authorization,content-type,idempotency-key,x-asp-agent");
      Expect.that(reply.status() == 200 || reply.status() == 204, "the answer " + reply.status());
      fromAnywhere(reply);
      Set<String> headers = words(reply, "Access-Control-Allow-Headers");
      Expect.that(
          headers.containsAll(
              Set.of("authorization", "content-type", "idempotency-key", "x-asp-agent")),
          "the headers allowed: " + headers);
      Set<String> methods = words(reply, "Access-Control-Allow-Methods");
      Expect.that(methods.containsAll(Set.of("get", "post")), "the methods allowed: " + methods);
    }
  }

  private static Set<String> words(Reply reply, String header) {
    String value = reply.header(header).orElse("").toLowerCase(Locale.ROOT);
    return new TreeSet<>(List.of(value.split("\\s*,\\s*", -1)));
  }

  private static void fromAnywhere(Reply reply) {
    String call = reply.exchange().call() + " answered with " + reply.status();
    Expect.equal(
        "*", reply.header("Access-Control-Allow-Origin").orElse(""), "the origin, " + call);
    Expect.that(reply.header("Access-Control-Allow-Credentials").isEmpty(), "credentials, " + call);
  }

  @Check(id = "ASP-ERR-026", clause = Clause.CORS, level = Level.OURS, agents = 1)
  public void aBrowserMayReadEveryAnswer(Play play) {
    String[] origin = {"Origin", "https://app.example.org"};
    fromAnywhere(play.ann().post("/sessions", "{}", origin).is(201));
    fromAnywhere(play.ann().post("/sessions", "{", origin).is(400));
    fromAnywhere(play.anonymous("POST", "/sessions", "{}", origin).is(401));
    fromAnywhere(play.ann().post("/sessions/x/join", "", origin).is(404));
    fromAnywhere(play.ann().post("/nowhere", "", origin).is(404));
    fromAnywhere(play.ann().call("DELETE", "/sessions", new byte[0], origin).is(405));
  }

  @Check(id = "ASP-ERR-027", clause = Clause.HEALTH, agents = 0)
  public void healthNeedsNoCredentials(Play play) {
    for (String path : List.of("/healthz", "/health")) {
      Reply reply = play.anonymous("GET", path, "").is(200);
      Expect.equal("ok", reply.text("status"), path);
      Expect.that(!reply.text("version").isBlank(), "an empty version");
      var _ = play.anonymous("GET", path, "", "Authorization", "Bearer nonsense").is(200);
    }
  }

  @Check(id = "ASP-ERR-031", clause = Clause.DOCUMENTS, level = Level.OURS, agents = 0)
  public void theContractIsServedForMachines(Play play) {
    for (String path : List.of("/openapi.json", "/asyncapi.json")) {
      Reply reply = play.anonymous("GET", path, "").is(200);
      String kind = path.substring(1, path.indexOf('.'));
      Expect.that(reply.text(kind).matches("3\\.\\d+\\.\\d+"), path + " is no " + kind);
    }
    String error = play.anonymous("GET", "/schemas/error.json", "").is(200).text("$schema");
    Expect.equal("https://json-schema.org/draft/2020-12/schema", error, "the dialect");
    var _ = play.anonymous("GET", "/schemas/nothing.json", "").is(404);
  }
}
