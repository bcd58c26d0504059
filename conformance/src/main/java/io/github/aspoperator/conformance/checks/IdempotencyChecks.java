package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Keys in the body of a message or a create: what a retry gets (section 3). */
public final class IdempotencyChecks {

  private static final String SAYING = "{\"content\":\"once\",\"idempotency_key\":\"k\"}";
  private static final int RETRIES = 12;

  private static void same(Reply first, Reply again) {
    Expect.equal(first.status(), again.status(), "the status of the retry");
    Expect.equal(first.json(), again.json(), "the body of the retry");
  }

  private static List<Reply> atOnce(IntFunction<Reply> call) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, RETRIES)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  private static long messages(Agent agent, String session) {
    return agent.types(session).stream().filter("session.message"::equals).count();
  }

  private static String keyed(String word, String rest) {
    return "{\"idempotency_key\":\"" + word + "\"" + rest + "}";
  }

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
    String marker = play.ann().open(play.bob());
    var _ = ear.awaitType(marker, "session.invited");
    List<String> heard =
        ear.frames().stream()
            .filter(frame -> frame.at("/payload/topic").asText().equals(topic))
            .map(frame -> frame.path("session_id").asText())
            .toList();
    Expect.equal(List.of(session), heard, "the sessions to which it is invited so");
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

  @Check(id = "ASP-IDM-010", clause = Clause.IDEMPOTENT_CREATE)
  public void createsAreComparedByWhatTheirJsonSays(Play play) {
    String key = play.word();
    String one = "\"initial_message\":{\"content\":\"x\",\"metadata\":{\"a\":1,\"b\":2}}";
    String same =
        "\"initial_message\" : { \"metadata\":{\"b\":2,\"a\":1}, \"content\":\"\\u0078\" }";
    Reply first = play.ann().create(keyed(key, ",\"topic\":\"t\"," + one)).is(201);
    same(first, play.ann().create(keyed(key, "," + same + ",\n\"topic\":\"t\"")));
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
  public void theKeyOfAMessageIsItsSendersAlone(Play play) {
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

  @Check(id = "ASP-IDM-014", clause = Clause.KEY_SCOPE)
  public void theKeyOfACreateIsItsCreatorsAlone(Play play) {
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

  @Check(id = "ASP-IDM-016", clause = Clause.KEY_RACES)
  public void repeatedMessagesThatRaceMakeOneEvent(Play play) {
    String session = play.ann().meet(play.bob());
    List<Reply> replies = atOnce(i -> play.ann().send(session, SAYING));
    replies.forEach(reply -> same(replies.getFirst().is(201), reply));
    Expect.equal(1L, messages(play.ann(), session), "messages");
  }

  @Check(id = "ASP-IDM-017", clause = Clause.KEY_RACES)
  public void repeatedCreatesThatRaceMakeOneSession(Play play) {
    String body =
        keyed(
            play.word(),
            ",\"invite\":" + Agent.list(play.bob()) + ",\"initial_message\":{\"content\":\"x\"}");
    List<Reply> replies = atOnce(i -> play.ann().create(body));
    replies.forEach(reply -> same(replies.getFirst().is(201), reply));
    Expect.equal(
        1L, messages(play.ann(), replies.getFirst().text("session_id")), "initial messages");
  }

  @Check(id = "ASP-IDM-018", clause = Clause.KEY_RACES)
  public void ofDifferentMessagesThatRaceForAKeyOneWins(Play play) {
    String session = play.ann().meet(play.bob());
    List<Reply> replies =
        atOnce(i -> play.ann().send(session, keyed("k", ",\"content\":\"" + i % 3 + "\"")));
    Set<Object> granted = new HashSet<>();
    for (Reply reply : replies) {
      if (reply.status() != 422) {
        granted.add(reply.is(201).json());
      }
    }
    Expect.equal(1, granted.size(), "different answers that are no conflict");
    Expect.equal(1L, messages(play.ann(), session), "messages");
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

  @Check(id = "ASP-IDM-021", clause = Clause.IDEMPOTENT_CREATE)
  public void aRefusedCreateIsNotRemembered(Play play) {
    String key = play.word();
    var _ = play.ann().create(keyed(key, ",\"topic\":5")).is(400);
    var _ = play.ann().create(keyed(key, ",\"invite\":[\"nobody\"]")).is(400);
    Reply first = play.ann().create(keyed(key, ",\"topic\":\"t\"")).is(201);
    same(first, play.ann().create(keyed(key, ",\"topic\":\"t\"")));
  }
}
