package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.SessionCalls.VERBS;
import static io.github.aspoperator.conformance.checks.SessionCalls.everyCall;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;
import java.util.Locale;

/** Unknown sessions, unknown routes and wrong methods (sections 3 and 6). */
public final class RouteChecks {

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
}
