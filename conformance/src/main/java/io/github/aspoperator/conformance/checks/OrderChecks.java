package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.SessionCalls.bodyOf;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** Which refusal comes first (section 3). */
public final class OrderChecks {

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
}
