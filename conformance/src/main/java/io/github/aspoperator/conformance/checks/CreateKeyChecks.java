package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.Retries.keyed;
import static io.github.aspoperator.conformance.checks.Retries.same;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** Keys in the body of a create: what a retry gets (section 3). */
public final class CreateKeyChecks {

  @Check(id = "ASP-IDM-002", clause = Clause.IDEMPOTENT_CREATE)
  public void aRepeatedCreateGetsTheFirstAnswerAndMakesNoSession(Play play) {
    var ear = play.bob().connect();
    String topic = play.word();
    String body =
        keyed(
            play.word(),
            ",\"topic\":\""
                + topic
                + "\",\"invite\":"
                + Agent.list(play.bob())
                + ",\"initial_message\":{\"content\":\"x\"}");
    Reply first = play.ann().create(body).is(201);
    String session = first.text("session_id");
    List<String> log = play.ann().types(session);
    same(first, play.ann().create(body));
    Expect.equal(log, play.ann().types(session), "the log");
    var _ = ear.awaitType(session, "session.invited");
    String marker = play.ann().open(play.bob());
    var _ = ear.awaitType(marker, "session.invited");
    List<String> heard =
        ear.frames().stream()
            .filter(frame -> frame.at("/payload/topic").asText().equals(topic))
            .map(frame -> frame.path("session_id").asText())
            .toList();
    Expect.equal(List.of(session), heard, "the sessions to which it is invited so");
  }

  @Check(id = "ASP-IDM-004", clause = Clause.IDEMPOTENT_CREATE)
  public void aCreateIsRememberedAfterTheEndOfItsSession(Play play) {
    String body = keyed(play.word(), ",\"invite\":" + Agent.list(play.bob()));
    Reply first = play.ann().create(body).is(201);
    var _ = play.ann().end(first.text("session_id")).is(200);
    same(first, play.ann().create(body));
    Expect.equal(
        "ended", play.ann().read(first.text("session_id")).is(200).text("state"), "the state");
  }

  @Check(id = "ASP-IDM-005", clause = Clause.IDEMPOTENT_CREATE)
  public void aSendAndEndIsRemembered(Play play) {
    String body =
        keyed(
            play.word(),
            ",\"end_after_send\":true,\"initial_message\":{\"content\":\"x\"},\"invite\":"
                + Agent.list(play.bob()));
    Reply first = play.ann().create(body).is(201);
    List<String> log = play.ann().types(first.text("session_id"));
    same(first, play.ann().create(body));
    Expect.equal(log, play.ann().types(first.text("session_id")), "the log");
  }

  @Check(id = "ASP-IDM-008", clause = Clause.KEY_CONFLICT)
  public void theKeyOfAnotherCreateIsAConflict(Play play) {
    String key = play.word();
    String body = keyed(key, ",\"topic\":\"t\",\"initial_message\":{\"content\":\"x\"}");
    Reply first = play.ann().create(body).is(201);
    for (String other :
        List.of(
            "",
            ",\"topic\":\"t\"",
            ",\"topic\":\"u\",\"initial_message\":{\"content\":\"x\"}",
            ",\"topic\":\"t\",\"initial_message\":{\"content\":\"y\"}",
            ",\"topic\":\"t\",\"initial_message\":{\"content\":\"x\"},\"end_after_send\":true",
            ",\"topic\":\"t\",\"initial_message\":{\"content\":\"x\"},\"invite\":"
                + Agent.list(play.bob()))) {
      var _ = play.ann().create(keyed(key, other)).is(422);
    }
    same(first, play.ann().create(body));
  }

  @Check(id = "ASP-IDM-010", clause = Clause.IDEMPOTENT_CREATE)
  public void createsAreComparedByWhatTheirJsonSays(Play play) {
    String key = play.word();
    String one = "\"initial_message\":{\"content\":\"x\",\"metadata\":{\"a\":1,\"b\":2}}";
    String same =
        "\"initial_message\" : { \"metadata\":{\"b\":2,\"a\":1}, \"content\":\"\\u0078\" }";
    Reply first = play.ann().create(keyed(key, ",\"topic\":\"t\"," + one)).is(201);
    same(first, play.ann().create(keyed(key, "," + same + ",\n\"topic\":\"t\"")));
  }

  @Check(id = "ASP-IDM-014", clause = Clause.KEY_SCOPE)
  public void theKeyOfACreateCountsForItsCreatorAlone(Play play) {
    String body = keyed(play.word(), "");
    String anns = play.ann().create(body).is(201).text("session_id");
    String bobs = play.bob().create(body).is(201).text("session_id");
    Expect.that(!anns.equals(bobs), "one session for two creators");
  }

  @Check(id = "ASP-IDM-015", clause = Clause.KEY_SCOPE)
  public void theKeyOfACreateIsNotThatOfItsInitialMessage(Play play) {
    String key = play.word();
    Reply created =
        play.ann().create(keyed(key, ",\"initial_message\":{\"content\":\"x\"}")).is(201);
    String session = created.text("session_id");
    JsonNode message = play.ann().history(session).getFirst();
    Expect.equal("session.message", message.path("type").asText(), "the first event");
    Expect.that(!message.path("payload").has("idempotency_key"), "the key is in the message");
    Reply sent = play.ann().send(session, keyed(key, ",\"content\":\"y\"")).is(201);
    Expect.that(
        sent.number("sequence") > created.number("sequence"), "the key of the create counted");
  }

  @Check(id = "ASP-IDM-021", clause = Clause.IDEMPOTENT_CREATE)
  public void aRefusedCreateIsNotRemembered(Play play) {
    String key = play.word();
    var _ = play.ann().create(keyed(key, ",\"topic\":5")).is(400);
    var _ = play.ann().create(keyed(key, ",\"invite\":[\"nobody\"]")).is(400);
    Reply first = play.ann().create(keyed(key, ",\"topic\":\"t\"")).is(201);
    same(first, play.ann().create(keyed(key, ",\"topic\":\"t\"")));
  }
}
