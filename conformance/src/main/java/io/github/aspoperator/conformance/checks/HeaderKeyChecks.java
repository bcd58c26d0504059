package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.Retries.same;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;

/** Keys in the header Idempotency-Key (section 3). */
public final class HeaderKeyChecks {

  private static final String HEADER = "Idempotency-Key";
  private static final String SAYING = "{\"content\":\"once\"}";

  @Check(id = "ASP-IDM-022", clause = Clause.IDEMPOTENT_SEND, level = Level.OURS)
  public void aKeyInTheHeaderCountsForAMessage(Play play) {
    String session = play.ann().meet(play.bob());
    Reply first = play.ann().send(session, SAYING, HEADER, "k").is(201);
    same(first, play.ann().send(session, SAYING, HEADER, "k"));
    var _ = play.ann().send(session, "{\"content\":\"other\"}", HEADER, "k").is(422);
    Reply second = play.ann().send(session, SAYING, HEADER, "l").is(201);
    Expect.equal(first.number("sequence") + 1, second.number("sequence"), "the next sequence");
  }

  @Check(id = "ASP-IDM-023", clause = Clause.IDEMPOTENT_CREATE, level = Level.OURS)
  public void aKeyInTheHeaderCountsForACreate(Play play) {
    String key = play.word();
    String body = "{\"invite\":" + Agent.list(play.bob()) + "}";
    Reply first = play.ann().create(body, HEADER, key).is(201);
    same(first, play.ann().create(body, HEADER, key));
    var _ = play.ann().create("{}", HEADER, key).is(422);
    String other = play.ann().create(body, HEADER, key + "2").is(201).text("session_id");
    Expect.that(!other.equals(first.text("session_id")), "one session for two keys");
  }

  @Check(id = "ASP-IDM-024", clause = Clause.KEY_SCOPE, level = Level.OURS)
  public void headerAndBodyShareOneNameSpace(Play play) {
    String session = play.ann().meet(play.bob());
    String inBody = "{\"content\":\"once\",\"idempotency_key\":\"%s\"}";
    Reply byBody = play.ann().send(session, inBody.formatted("k")).is(201);
    same(byBody, play.ann().send(session, SAYING, HEADER, "k"));
    Reply byHeader = play.ann().send(session, SAYING, HEADER, "l").is(201);
    same(byHeader, play.ann().send(session, inBody.formatted("l")));
    var _ = play.ann().send(session, "{\"content\":\"other\"}", HEADER, "k").is(422);
  }

  @Check(id = "ASP-IDM-025", clause = Clause.KEY_SCOPE, level = Level.OURS)
  public void theKeyInTheBodyGoesBeforeThatOfTheHeader(Play play) {
    String session = play.ann().meet(play.bob());
    String body = "{\"content\":\"once\",\"idempotency_key\":\"k\"}";
    Reply first = play.ann().send(session, body, HEADER, "l").is(201);
    same(first, play.ann().send(session, body, HEADER, "m"));
    Reply other = play.ann().send(session, SAYING, HEADER, "l").is(201);
    Expect.equal(first.number("sequence") + 1, other.number("sequence"), "the next sequence");
  }

  @Check(id = "ASP-IDM-026", clause = Clause.IDEMPOTENT_SEND, level = Level.OURS)
  public void aKeyInTheHeaderDoesNotStandInTheMessage(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, SAYING, HEADER, "k").is(201);
    JsonNode payload = play.bob().history(session).getLast().path("payload");
    Expect.equal("once", payload.path("content").asText(), "the content");
    Expect.that(!payload.has("idempotency_key"), "the key is in the message");
  }

  @Check(id = "ASP-IDM-027", clause = Clause.IDEMPOTENT_SEND, level = Level.OURS)
  public void aKeyInTheHeaderHasUpTo255Characters(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, SAYING, HEADER, "a".repeat(255)).is(201);
    var _ = play.ann().send(session, SAYING, HEADER, "a".repeat(256)).is(400);
    var _ = play.ann().create("{}", HEADER, "a".repeat(256)).is(400);
  }

  @Check(id = "ASP-IDM-028", clause = Clause.KEY_SCOPE, level = Level.OURS)
  public void otherCallsIgnoreTheHeader(Play play) {
    String key = play.word();
    String session = play.ann().open(play.bob());
    String path = "/sessions/" + session;
    var _ = play.bob().post(path + "/join", "", HEADER, key).is(200);
    var _ = play.bob().post(path + "/leave", "", HEADER, key).is(200);
    String invite = "{\"invite\":" + Agent.list(play.bob()) + "}";
    String invited = "{\"invited\":" + Agent.list(play.bob()) + "}";
    var _ = play.ann().post(path + "/invite", invite, HEADER, key).is(200, invited);
    var _ = play.ann().post(path + "/invite", invite, HEADER, key).is(200, "{\"invited\":[]}");
    var _ = play.bob().post(path + "/join", "", HEADER, key).is(200);
    var _ = play.ann().post(path + "/end", "", HEADER, key).is(200);
    var _ = play.ann().post(path + "/end", "", HEADER, key).is(409);
    var _ = play.ann().post(path + "/reopen", "", HEADER, key).is(200);
    var _ = play.ann().post(path + "/end", "", HEADER, "a".repeat(256)).is(200);
  }
}
