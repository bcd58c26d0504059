package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.Retries.SAYING;
import static io.github.aspoperator.conformance.checks.Retries.keyed;
import static io.github.aspoperator.conformance.checks.Retries.messages;
import static io.github.aspoperator.conformance.checks.Retries.same;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** Keys in the body of a message: what a retry gets (section 3). */
public final class MessageKeyChecks {

  @Check(id = "ASP-IDM-001", clause = Clause.IDEMPOTENT_SEND)
  public void aRepeatedMessageGetsTheFirstAnswerAndMakesNoEvent(Play play) {
    String session = play.ann().meet(play.bob());
    Reply first = play.ann().send(session, SAYING).is(201);
    var _ = play.bob().say(session, "in between");
    int before = play.ann().history(session).size();
    same(first, play.ann().send(session, SAYING));
    same(first, play.ann().send(session, SAYING));
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-IDM-003", clause = Clause.IDEMPOTENT_SEND)
  public void aMessageIsRememberedAfterTheEndOfItsSession(Play play) {
    String session = play.ann().meet(play.bob());
    Reply first = play.ann().send(session, SAYING).is(201);
    var _ = play.bob().end(session).is(200);
    same(first, play.ann().send(session, SAYING));
    Expect.equal("session.ended", play.ann().types(session).getLast(), "the last event");
    var _ = play.ann().send(session, "{\"content\":\"once\"}").is(409);
  }

  @Check(id = "ASP-IDM-006", clause = Clause.IDEMPOTENT_SEND)
  public void aMessageIsRememberedAfterItsSenderLeft(Play play) {
    String session = play.ann().meet(play.bob());
    Reply first = play.ann().send(session, SAYING).is(201);
    var _ = play.ann().leave(session).is(200);
    same(first, play.ann().send(session, SAYING));
    var _ = play.ann().send(session, "{\"content\":\"new\"}").is(404);
  }

  @Check(id = "ASP-IDM-007", clause = Clause.KEY_CONFLICT)
  public void theKeyOfAnotherMessageIsAConflict(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, SAYING).is(201);
    int before = play.ann().history(session).size();
    for (String other :
        List.of(
            ",\"content\":\"twice\"",
            ",\"content\":\"Once\"",
            ",\"content\":\"once \"",
            ",\"content\":[{\"type\":\"text\",\"text\":\"once\"}]",
            ",\"content\":\"once\",\"metadata\":{}",
            ",\"content\":\"once\",\"metadata\":{\"a\":1}")) {
      var _ = play.ann().send(session, keyed("k", other)).is(422);
    }
    Expect.equal(before, play.ann().history(session).size(), "events");
    var _ = play.ann().send(session, SAYING).is(201);
  }

  @Check(id = "ASP-IDM-009", clause = Clause.IDEMPOTENT_SEND)
  public void messagesAreComparedByWhatTheirJsonSays(Play play) {
    String session = play.ann().meet(play.bob());
    Reply first =
        play.ann()
            .send(
                session,
                "{\"content\":[{\"type\":\"data\",\"data\":{\"a\":1,\"b\":[true,{\"c\":\"é\",\"d\":null}]}}],"
                    + "\"metadata\":{\"x\":\"1\",\"y\":{}},\"idempotency_key\":\"k\"}")
            .is(201);
    for (String same :
        List.of(
            "{\"idempotency_key\":\"k\",\"metadata\":{\"y\":{},\"x\":\"1\"},"
                + "\"content\":[{\"data\":{\"b\":[true,{\"d\":null,\"c\":\"é\"}],\"a\":1},\"type\":\"data\"}]}",
            "\n"
                + "{ \"content\" : [ {\"type\":\t\"data\",\"data\": {\"a\": 1,\r\n"
                + " \"b\":[ true,{\"c\":\"é\",\"d\":null}]}}],\"metadata\":{\"x\":\"1\",\"y\": {"
                + " }},\"idempotency_key\":\"k\"} ",
            "{\"content\":[{\"type\":\"d\\u0061ta\",\"data\":{\"\\u0061\":1,\"b\":[true,{\"c\":\"\\u00e9\",\"d\":null}]}}],"
                + "\"metadata\":{\"x\":\"\\u0031\",\"y\":{}},\"idempotency_key\":\"\\u006b\"}")) {
      same(first, play.ann().send(session, same));
    }
    var _ =
        play.ann()
            .send(
                session,
                "{\"content\":[{\"type\":\"data\",\"data\":{\"a\":1,\"b\":[{\"c\":\"é\",\"d\":null},true]}}],"
                    + "\"metadata\":{\"x\":\"1\",\"y\":{}},\"idempotency_key\":\"k\"}")
            .is(422);
  }

  @Check(id = "ASP-IDM-011", clause = Clause.IDEMPOTENT_SEND)
  public void aKeyInTheBodyStandsInTheMessage(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().send(session, SAYING).is(201);
    JsonNode payload = play.bob().history(session).getLast().path("payload");
    Expect.equal("k", payload.path("idempotency_key").asText(), "the key");
    var _ = play.ann().say(session, "without");
    payload = play.bob().history(session).getLast().path("payload");
    Expect.that(!payload.has("idempotency_key"), "a key in a message without one");
  }

  @Check(id = "ASP-IDM-012", clause = Clause.KEY_SCOPE)
  public void theKeyOfAMessageCountsForItsSenderAlone(Play play) {
    String session = play.ann().meet(play.bob());
    Reply anns = play.ann().send(session, SAYING).is(201);
    Reply bobs = play.bob().send(session, SAYING).is(201);
    Expect.that(anns.number("sequence") != bobs.number("sequence"), "one event for two senders");
    var _ = play.bob().send(session, keyed("k", ",\"content\":\"other\"")).is(422);
    Expect.equal(2L, messages(play.ann(), session), "messages");
  }

  @Check(id = "ASP-IDM-013", clause = Clause.KEY_SCOPE)
  public void theKeyOfAMessageCountsInItsSessionAlone(Play play) {
    String one = play.ann().meet(play.bob());
    String other = play.ann().meet(play.bob());
    Reply first = play.ann().send(one, SAYING).is(201);
    Reply second = play.ann().send(other, keyed("k", ",\"content\":\"another\"")).is(201);
    Expect.that(
        !first.text("message_id").equals(second.text("message_id")), "one message in two sessions");
    Expect.equal(1L, messages(play.ann(), other), "messages there");
  }

  @Check(id = "ASP-IDM-019", clause = Clause.IDEMPOTENT_SEND)
  public void aKeyHas1To255Characters(Play play) {
    String session = play.ann().meet(play.bob());
    for (String key : List.of("a", "a".repeat(255), "é".repeat(255), "…", " / ? \\\" ")) {
      var _ = play.ann().send(session, keyed(key, ",\"content\":\"x\"")).is(201);
    }
    for (String key : List.of("", "a".repeat(256))) {
      var _ = play.ann().send(session, keyed(key, ",\"content\":\"x\"")).is(400);
      var _ = play.ann().create(keyed(key, "")).is(400);
    }
    for (String value : List.of("5", "null", "[\"a\"]", "{}", "true")) {
      String body = "{\"content\":\"x\",\"idempotency_key\":" + value + "}";
      var _ = play.ann().send(session, body).is(400);
    }
  }

  @Check(id = "ASP-IDM-020", clause = Clause.IDEMPOTENT_SEND)
  public void aRefusedMessageIsNotRemembered(Play play) {
    String session = play.ann().open(play.bob());
    var _ = play.bob().send(session, SAYING).is(404);
    var _ = play.bob().send(session, "{\"idempotency_key\":\"k\"}").is(400);
    var _ = play.bob().join(session).is(200);
    Reply sent = play.bob().send(session, keyed("k", ",\"content\":\"at last\"")).is(201);
    Expect.equal(
        sent.number("sequence"),
        play.ann().history(session).getLast().path("sequence").asLong(),
        "its sequence");
    Expect.equal(1L, messages(play.ann(), session), "messages");
  }
}
