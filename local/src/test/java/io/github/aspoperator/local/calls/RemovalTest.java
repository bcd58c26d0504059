package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A rotated or removed token is dead at once, with what it opened (protocol sections 1 and 7). */
class RemovalTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.FILES);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  @Test
  void rotationClosesWhatTheOldTokenOpenedAndNothingElse() {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    TestAgent alice = cast.get("alice");
    try (Stream one = alice.connect();
        Stream two = alice.connect();
        Stream other = cast.get("bob").connect()) {
      OPERATOR.admin().rotate(alice);
      assertEquals(1008, one.awaitClose());
      assertEquals(1008, two.awaitClose());
      try (Stream again = alice.connect()) {
        String session = cast.get("bob").open(alice);
        again.await(session, 1);
        other.await(session, 1);
      }
    }
  }

  @Test
  void removalLeavesItsSessionsAndInvitations() {
    Cast cast = new Cast(OPERATOR, "alice", "bob", "carol");
    Script script = new Script(cast);
    script.play(
        """
        alice POST /sessions {"invite":["@bob","@carol"]} -> 201 {"session_id":"S1"}
        bob   POST /sessions/S1/join -> 200 {"ok":true}
        alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S2"}
        bob   POST /sessions {} -> 201 {"session_id":"S3"}
        """);
    try (Stream atBob = cast.get("bob").connect()) {
      script.play("admin DELETE /_admin/agents/@bob -> 204");
      assertEquals(1008, atBob.awaitClose());
      assertEquals(401, assertThrows(Refused.class, cast.get("bob")::connect).status());
    }
    Await.equal(
        "200 {\"events\":[{\"type\":\"session.left\",\"session_id\":\"S1\",\"event_id\":\"E1\","
            + "\"sequence\":4,\"created_at\":T,\"payload\":{\"agent\":\"@bob\",\"reason\":\"left\"}}]}",
        () -> script.told(script.call("alice", "GET", "/sessions/S1/events?after_sequence=3", "")));
    Await.equal(
        "200 {\"events\":[{\"type\":\"session.left\",\"session_id\":\"S2\",\"event_id\":\"E2\","
            + "\"sequence\":2,\"created_at\":T,\"payload\":{\"agent\":\"@bob\",\"reason\":\"left\"}}]}",
        () -> script.told(script.call("alice", "GET", "/sessions/S2/events?after_sequence=1", "")));
  }

  @Test
  void aRemovedHandleIsNeverRegisteredAgainAndInheritsNothing() {
    new Script(new Cast(OPERATOR, "alice", "bob"))
        .play(
            """
            admin  PUT    /_admin/agents/@alice/blocks/@bob -> 204
            admin  DELETE /_admin/agents/@bob -> 204
            admin  DELETE /_admin/agents/@bob -> 404 NOT_FOUND
            admin  GET    /_admin/agents/@bob -> 404 NOT_FOUND
            admin  POST   /_admin/agents {"handle":"@bob"} -> 409 AGENT_EXISTS
            admin  POST   /_admin/agents/@bob/rotate-token -> 404 NOT_FOUND
            admin  PATCH  /_admin/agents/@bob {"policy":"open"} -> 404 NOT_FOUND
            bob    GET    /sessions -> 401 UNAUTHORIZED
            admin  GET    /_admin/agents/@alice/blocks -> 200 {"blocks":["@bob"]}
            admin  DELETE /_admin/agents/@alice/blocks/@bob -> 204
            alice  POST   /sessions {"invite":["@bob"]} -> 404 NOT_FOUND
            """);
  }
}
