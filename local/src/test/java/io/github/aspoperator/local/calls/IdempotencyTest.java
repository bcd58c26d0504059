package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A retry gets the first answer and makes no event (protocol section 3). */
class IdempotencyTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.FILES);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static Script script(String... names) {
    return new Script(new Cast(OPERATOR, names));
  }

  @Test
  void aRetriedCreateGetsTheFirstSession() {
    script("alice", "bob")
        .play(
            """
            alice POST /sessions {"invite":["@bob"],"topic":"t","idempotency_key":"k"} -> 201 {"session_id":"S1"}
            alice POST /sessions {"idempotency_key":"k","topic":"\\u0074", "invite":["@bob"]} -> 201 {"session_id":"S1"}
            alice POST /sessions <Idempotency-Key: k> {"topic":"t","invite":["@bob"]} -> 201 {"session_id":"S1"}
            alice POST /sessions <Idempotency-Key: other> {"topic":"t","invite":["@bob"],"idempotency_key":"k"} -> 201 {"session_id":"S1"}
            alice POST /sessions {"topic":"t","idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions {"invite":["@nobody"],"idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions {"invite":["@nobody"],"idempotency_key":"refused"} -> 404 NOT_FOUND
            alice POST /sessions {"idempotency_key":"refused"} -> 201 {"session_id":"S2"}
            bob   POST /sessions {"idempotency_key":"k"} -> 201 {"session_id":"S3"}
            alice POST /sessions {"initial_message":{"content":"m"},"idempotency_key":"m"} -> 201 {"session_id":"S4","sequence":1}
            alice POST /sessions {"initial_message":{"content":"m"},"idempotency_key":"m"} -> 201 {"session_id":"S4","sequence":1}
            alice GET  /sessions/S4/events -> 200 {"events":[{"type":"session.message","session_id":"S4","event_id":"E1","sequence":1,"created_at":T,"payload":{"id":"M1","session_id":"S4","sender":"@alice","sequence":1,"content":"m","created_at":T}}]}
            alice POST /sessions/S4/end -> 200 {"ok":true}
            alice POST /sessions {"initial_message":{"content":"m"},"idempotency_key":"m"} -> 201 {"session_id":"S4","sequence":1}
            admin PUT  /_admin/agents/@bob/blocks/@alice -> 204
            alice POST /sessions {"invite":["@bob"],"topic":"t","idempotency_key":"k"} -> 201 {"session_id":"S1"}
            """);
  }

  @Test
  void aRetriedMessageGetsTheFirstSequenceAlsoAfterTheEndOrItsLeave() {
    script("alice", "bob")
        .play(
            """
            alice POST /sessions {"invite":["@bob"],"idempotency_key":"k"} -> 201 {"session_id":"S1"}
            bob   POST /sessions/S1/join -> 200 {"ok":true}
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"k"} -> 201 {"message_id":"M1","sequence":3}
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"k"} -> 201 {"message_id":"M1","sequence":3}
            alice POST /sessions/S1/messages <idempotency-key: k> {"content":"x"} -> 201 {"message_id":"M1","sequence":3}
            alice POST /sessions/S1/messages {"content":"y","idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions/S1/messages {"content":"x","metadata":{},"idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions/S1/messages {"content":1,"idempotency_key":"k"} -> 400 INVALID_REQUEST /content
            bob   POST /sessions/S1/messages <Idempotency-Key: k> {"content":"y"} -> 201 {"message_id":"M2","sequence":4}
            bob   GET  /sessions/S1/events?after_sequence=2 -> 200 {"events":[{"type":"session.message","session_id":"S1","event_id":"E1","sequence":3,"created_at":T,"payload":{"id":"M1","session_id":"S1","sender":"@alice","sequence":3,"content":"x","created_at":T,"idempotency_key":"k"}},{"type":"session.message","session_id":"S1","event_id":"E2","sequence":4,"created_at":T,"payload":{"id":"M2","session_id":"S1","sender":"@bob","sequence":4,"content":"y","created_at":T}}]}
            bob   POST /sessions/S1/leave <Idempotency-Key: k> -> 200 {"ok":true}
            bob   POST /sessions/S1/messages {"content":"y","idempotency_key":"k"} -> 201 {"message_id":"M2","sequence":4}
            bob   POST /sessions/S1/messages {"content":"z","idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            bob   POST /sessions/S1/messages {"content":"y","idempotency_key":"new"} -> 404 NOT_FOUND
            alice POST /sessions/S1/end <Idempotency-Key: k> -> 200 {"ok":true}
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"k"} -> 201 {"message_id":"M1","sequence":3}
            alice POST /sessions/S1/messages {"content":"z","idempotency_key":"k"} -> 422 IDEMPOTENCY_CONFLICT
            alice POST /sessions/S1/messages {"content":"x","idempotency_key":"new"} -> 409 SESSION_ENDED
            alice GET  /sessions/S1/events?after_sequence=5 -> 200 {"events":[{"type":"session.ended","session_id":"S1","event_id":"E3","sequence":6,"created_at":T,"payload":{"ended_by":"@alice"}}]}
            """);
  }

  @Test
  void racingRetriesMakeOneSessionAndOneMessage() throws Exception {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    Set<String> sessions = race(() -> alice.post("/sessions", "{\"idempotency_key\":\"k\"}"));
    assertEquals(1, sessions.size(), sessions.toString());
    String session = alice.post("/sessions", "{}").text("session_id");
    String path = "/sessions/" + session + "/messages";
    Set<String> sent = race(() -> alice.post(path, "{\"content\":\"x\"}", "Idempotency-Key", "k"));
    assertEquals(1, sent.size(), sent.toString());
    assertEquals(1, alice.history(session).size());
  }

  private static Set<String> race(Callable<Answer> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          new ArrayList<>(threads.invokeAll(IntStream.range(0, 24).mapToObj(_ -> call).toList()));
      Set<String> distinct = new HashSet<>();
      for (Future<Answer> answer : answers) {
        distinct.add(answer.get().status() + answer.get().body());
      }
      return distinct;
    }
  }
}
