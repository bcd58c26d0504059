package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.Stream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A block is unilateral, takes effect at once and tells nobody (protocol section 2). */
class BlockTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.FILES);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** What follows an answer at once, not with it: asked for until it is so. */
  private static void soon(Script script, String who, String target, String told) {
    Await.equal(told, () -> script.told(script.call(who, "GET", target, "")));
  }

  @Test
  void theBlockedLeavesAndSeesItsOwnLeavingAndNothingAfterIt() {
    Cast cast = new Cast(OPERATOR, "alice", "bob", "carol");
    Script script = new Script(cast);
    script.play(
        """
        alice POST /sessions {"invite":["@bob","@carol"]} -> 201 {"session_id":"S1"}
        bob   POST /sessions/S1/join -> 200 {"ok":true}
        admin PUT  /_admin/agents/@alice/blocks/@bob -> 204
        """);
    String left =
        "{\"type\":\"session.left\",\"session_id\":\"S1\",\"event_id\":\"E1\",\"sequence\":4,"
            + "\"created_at\":T,\"payload\":{\"agent\":\"@bob\",\"reason\":\"left\"}}";
    String events = "/sessions/S1/events?after_sequence=3";
    soon(script, "alice", events, "200 {\"events\":[" + left + "]}");
    script.play(
        """
        alice POST /sessions/S1/messages {"content":"x"} -> 201 {"message_id":"M1","sequence":5}
        bob   GET  /sessions/S1/events?after_sequence=3 -> 200 {"events":[LEFT]}
        bob   POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
        bob   POST /sessions/S1/join -> 404 NOT_FOUND
        carol POST /sessions/S1/join -> 200 {"ok":true}
        carol POST /sessions/S1/invite {"invite":["@bob"]} -> 200 {"invited":[]}
        admin DELETE /_admin/agents/@alice/blocks/@bob -> 204
        bob   POST /sessions/S1/join -> 404 NOT_FOUND
        carol POST /sessions/S1/invite {"invite":["@bob"]} -> 200 {"invited":["@bob"]}
        bob   POST /sessions/S1/join -> 200 {"ok":true}
        """
            .replace("LEFT", left));
  }

  @Test
  void withoutAThirdTheSessionEndsUnseenByTheBlocked() {
    Cast cast = new Cast(OPERATOR, "alice", "bob");
    Script script = new Script(cast);
    try (Stream atBob = cast.get("bob").connect()) {
      script.play(
          """
          alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
          bob   POST /sessions/S1/join -> 200 {"ok":true}
          admin PUT  /_admin/agents/@alice/blocks/@bob -> 204
          """);
      atBob.await(cast.real("S1"), 3);
      script.play(
          """
          alice GET  /sessions/S1/events?after_sequence=2 -> 200 {"events":[{"type":"session.left","session_id":"S1","event_id":"E1","sequence":3,"created_at":T,"payload":{"agent":"@bob","reason":"left"}},{"type":"session.ended","session_id":"S1","event_id":"E2","sequence":4,"created_at":T,"payload":{}}]}
          bob   GET  /sessions/S1/events?after_sequence=2 -> 200 {"events":[{"type":"session.left","session_id":"S1","event_id":"E1","sequence":3,"created_at":T,"payload":{"agent":"@bob","reason":"left"}}]}
          alice POST /sessions/S1/reopen {"invite":["@bob"]} -> 404 NOT_FOUND
          bob   POST /sessions/S1/reopen -> 404 NOT_FOUND
          alice POST /sessions/S1/reopen -> 200 {"ok":true}
          alice GET  /sessions/S1 -> 200 {"id":"S1","state":"active","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"left","joined_at":T,"left_at":T}],"created_at":T}
          """);
      assertEquals(List.of(1L, 2L, 3L), atBob.sequences(cast.real("S1")));
    }
  }

  @Test
  void theInvitedAreThrownOutTooWhicheverSideBlocks() {
    Script script = new Script(new Cast(OPERATOR, "alice", "bob", "carol"));
    script.play(
        """
        alice POST /sessions {"invite":["@bob","@carol"]} -> 201 {"session_id":"S1"}
        admin PUT  /_admin/agents/@bob/blocks/@carol -> 204
        """);
    soon(
        script,
        "carol",
        "/sessions/S1/events",
        "200 {\"events\":[{\"type\":\"session.invited\",\"session_id\":\"S1\",\"event_id\":\"E1\","
            + "\"sequence\":2,\"created_at\":T,\"payload\":{\"invitee\":\"@carol\",\"by\":\"@alice\"}},"
            + "{\"type\":\"session.left\",\"session_id\":\"S1\",\"event_id\":\"E2\",\"sequence\":3,"
            + "\"created_at\":T,\"payload\":{\"agent\":\"@carol\",\"reason\":\"left\"}}]}");
    script.play(
        """
        carol POST /sessions/S1/join -> 404 NOT_FOUND
        bob   POST /sessions/S1/join -> 200 {"ok":true}
        """);
  }

  @Test
  void aThirdPartyCannotReuniteABlockedPair() {
    new Script(new Cast(OPERATOR, "alice", "bob", "carol"))
        .play(
            """
            admin PUT  /_admin/agents/@bob/blocks/@carol -> 204
            alice POST /sessions {"invite":["@bob","@carol"]} -> 201 {"session_id":"S1"}
            alice GET  /sessions/S1/events -> 200 {"events":[{"type":"session.invited","session_id":"S1","event_id":"E1","sequence":1,"created_at":T,"payload":{"invitee":"@bob","by":"@alice"}}]}
            alice POST /sessions {"invite":["@carol","@bob"]} -> 201 {"session_id":"S2"}
            alice GET  /sessions/S2/events -> 200 {"events":[{"type":"session.invited","session_id":"S2","event_id":"E2","sequence":1,"created_at":T,"payload":{"invitee":"@carol","by":"@alice"}}]}
            alice POST /sessions/S2/invite {"invite":["@bob"]} -> 200 {"invited":[]}
            """);
  }

  @Test
  void itIsIdempotentAndGivesNothingAway() {
    new Script(new Cast(OPERATOR, "alice", "bob"))
        .play(
            """
            admin PUT    /_admin/agents/@alice/blocks/@bob -> 204
            admin PUT    /_admin/agents/@alice/blocks/@bob {} -> 204
            admin PUT    /_admin/agents/@alice/blocks/@nobody -> 204
            admin GET    /_admin/agents/@alice/blocks -> 200 {"blocks":["@bob","@nobody"]}
            admin GET    /_admin/agents/@bob/blocks -> 200 {"blocks":[]}
            alice POST   /sessions {"invite":["@bob"]} -> 404 NOT_FOUND
            bob   POST   /sessions {"invite":["@alice"]} -> 404 NOT_FOUND
            admin DELETE /_admin/agents/@alice/blocks/@bob -> 204
            admin DELETE /_admin/agents/@alice/blocks/@bob -> 204
            bob   POST   /sessions {"invite":["@alice"]} -> 201 {"session_id":"S1"}
            admin PUT    /_admin/agents/@alice/blocks/@alice -> 400 INVALID_REQUEST peer
            admin PUT    /_admin/agents/@alice/blocks/@bob.* -> 400 INVALID_REQUEST peer
            """);
  }
}
