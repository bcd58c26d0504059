package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** How a request may be written, and how a refusal names what is wrong in it. */
public final class RequestChecks {

  @Check(id = "ASP-ERR-014", clause = Clause.STRICT)
  public void malformedQueriesAreRefused(Play play) {
    String events = "/sessions/" + play.ann().meet(play.bob()) + "/events?";
    for (String query :
        List.of(
            "limit=0",
            "limit=1001",
            "limit=-1",
            "limit=x",
            "limit=",
            "limit=1.5",
            "after_sequence=x",
            "after_sequence=-1")) {
      Expect.equal(400, play.ann().get(events + query).status(), "the answer to " + query);
    }
    var _ = play.ann().get(events + "after_sequence=0&limit=1000").is(200);
  }

  @Check(id = "ASP-ERR-015", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesTheQueryParameter(Play play) {
    String session = "/sessions/" + play.ann().meet(play.bob());
    for (String query :
        List.of(
            session + "/events?limit=0",
            session + "/events?after_sequence=x",
            session + "/events?nothing=1",
            session + "/events?limit=1&limit=1",
            session + "?nothing=",
            "/sessions?limit=0",
            "/sessions?cursor=%2F",
            "/sessions?nothing=1")) {
      String wrong = query.replaceAll(".*(\\?[a-z_]+)=.*", "$1");
      var _ = play.ann().get(query).wrongAt(wrong);
    }
  }

  @Check(id = "ASP-ERR-028", clause = Clause.STRICT, level = Level.OURS, agents = 0)
  public void whatNeedsNoCredentialsTakesNoParametersEither(Play play) {
    for (String path : List.of("/healthz", "/health", "/openapi.json", "/asyncapi.json")) {
      var _ = play.anonymous("GET", path + "?nothing=1", "").wrongAt("?nothing");
    }
  }

  @Check(id = "ASP-ERR-029", clause = Clause.STRICT, level = Level.OURS, agents = 1)
  public void theRefusalNamesTheHeader(Play play) {
    String header = "Idempotency-Key";
    var _ = play.ann().create("{}", header, "a".repeat(256)).wrongAt(header);
  }

  @Check(
      id = "ASP-ERR-030",
      clause = Clause.STRICT,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void theRefusalNamesThePartOfThePath(Play play) {
    String agent = "/agents/" + play.ann().handle();
    for (String method : List.of("PUT", "DELETE")) {
      var _ = play.admin().call(method, agent + "/blocks/nobody", "").wrongAt("peer");
    }
    var _ = play.admin().call("DELETE", agent + "/allowlist/nobody", "").wrongAt("entry");
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
