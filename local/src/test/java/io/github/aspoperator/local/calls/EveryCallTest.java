package io.github.aspoperator.local.calls;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Every call of protocol sections 3, 5 and 7 once, when all is well: the exact bodies. */
class EveryCallTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.FILES);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static Script script(String... names) {
    return new Script(new Cast(OPERATOR, names));
  }

  @Test
  void aSessionFromItsCreationToItsReopening() {
    script("alice", "bob", "carol")
        .play(
            """
            alice POST /sessions {"invite":["@bob"],"topic":"lunch","initial_message":{"content":"hi","metadata":{"a":1}}} -> 201 {"session_id":"S1","sequence":1}
            bob   GET  /sessions/S1 -> 200 {"id":"S1","state":"active","topic":"lunch","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"invited"}],"created_at":T}
            bob   GET  /sessions/S1/events -> 200 {"events":[{"type":"session.invited","session_id":"S1","event_id":"E1","sequence":2,"created_at":T,"payload":{"invitee":"@bob","by":"@alice","topic":"lunch"}}]}
            bob   POST /sessions/S1/join {} -> 200 {"ok":true}
            alice POST /sessions/S1/invite {"invite":["@carol","@bob"]} -> 200 {"invited":["@carol"]}
            bob   POST /sessions/S1/messages {"content":[{"type":"text","text":"hey"}],"idempotency_key":"k","metadata":{}} -> 201 {"message_id":"M1","sequence":5}
            bob   POST /sessions/S1/leave -> 200 {"ok":true}
            alice POST /sessions/S1/end {} -> 200 {"ok":true}
            alice GET  /sessions/S1 -> 200 {"id":"S1","state":"ended","topic":"lunch","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"left","joined_at":T,"left_at":T},{"handle":"@carol","status":"left","left_at":T}],"created_at":T,"ended_at":T}
            alice POST /sessions/S1/reopen {"invite":["@bob"],"initial_message":{"content":"again"}} -> 200 {"ok":true}
            alice GET  /sessions/S1 -> 200 {"id":"S1","state":"active","topic":"lunch","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"invited","joined_at":T},{"handle":"@carol","status":"left","left_at":T}],"created_at":T}
            alice GET  /sessions/S1/events?after_sequence=5&limit=2 -> 200 {"events":[{"type":"session.left","session_id":"S1","event_id":"E2","sequence":6,"created_at":T,"payload":{"agent":"@bob","reason":"left"}},{"type":"session.ended","session_id":"S1","event_id":"E3","sequence":7,"created_at":T,"payload":{"ended_by":"@alice"}}],"next_cursor":"7"}
            alice GET  /sessions/S1/events?after_sequence=7 -> 200 {"events":[{"type":"session.reopened","session_id":"S1","event_id":"E4","sequence":8,"created_at":T,"payload":{"reopened_by":"@alice"}},{"type":"session.invited","session_id":"S1","event_id":"E5","sequence":9,"created_at":T,"payload":{"invitee":"@bob","by":"@alice","topic":"lunch"}},{"type":"session.message","session_id":"S1","event_id":"E6","sequence":10,"created_at":T,"payload":{"id":"M2","session_id":"S1","sender":"@alice","sequence":10,"content":"again","created_at":T}}]}
            alice GET  /sessions/S1/events?limit=5&after_sequence=2 -> 200 {"events":[{"type":"session.joined","session_id":"S1","event_id":"E7","sequence":3,"created_at":T,"payload":{"agent":"@bob"}},{"type":"session.invited","session_id":"S1","event_id":"E8","sequence":4,"created_at":T,"payload":{"invitee":"@carol","by":"@alice","topic":"lunch"}},{"type":"session.message","session_id":"S1","event_id":"E9","sequence":5,"created_at":T,"payload":{"id":"M1","session_id":"S1","sender":"@bob","sequence":5,"content":[{"type":"text","text":"hey"}],"created_at":T,"idempotency_key":"k","metadata":{}}},{"type":"session.left","session_id":"S1","event_id":"E2","sequence":6,"created_at":T,"payload":{"agent":"@bob","reason":"left"}},{"type":"session.ended","session_id":"S1","event_id":"E3","sequence":7,"created_at":T,"payload":{"ended_by":"@alice"}}],"next_cursor":"7"}
            """);
  }

  @Test
  void aMessageSentAndEndedCarriesItselfInTheInvitation() {
    script("alice", "bob")
        .play(
            """
            alice POST /sessions {"initial_message":{"content":"alone"},"end_after_send":true} -> 201 {"session_id":"S1","sequence":1}
            alice POST /sessions {"invite":["@bob"],"initial_message":{"content":"bye"},"end_after_send":true,"idempotency_key":"k"} -> 201 {"session_id":"S2","sequence":1}
            bob   GET  /sessions/S2/events -> 200 {"events":[{"type":"session.invited","session_id":"S2","event_id":"E1","sequence":2,"created_at":T,"payload":{"invitee":"@bob","by":"@alice","initial_message":{"id":"M1","session_id":"S2","sender":"@alice","sequence":1,"content":"bye","created_at":T}}},{"type":"session.ended","session_id":"S2","event_id":"E2","sequence":3,"created_at":T,"payload":{"ended_by":"@alice"}}]}
            alice GET  /sessions/S2 -> 200 {"id":"S2","state":"ended","participants":[{"handle":"@alice","status":"joined","joined_at":T},{"handle":"@bob","status":"left","left_at":T}],"created_at":T,"ended_at":T}
            """);
  }

  @Test
  void whatNeedsNoSession() {
    script("alice")
        .play(
            """
            nobody GET  /healthz -> 200 {"status":"ok","version":"0.1.0"}
            nobody GET  /health -> 200 {"status":"ok","version":"0.1.0"}
            nobody GET  /healthz?x=1 -> 400 INVALID_REQUEST ?x
            nobody GET  /health?x=1 -> 400 INVALID_REQUEST ?x
            nobody GET  /openapi.json?x=1 -> 400 INVALID_REQUEST ?x
            nobody GET  /asyncapi.json?x=1 -> 400 INVALID_REQUEST ?x
            nobody GET  /schemas/event.json?x=1 -> 400 INVALID_REQUEST ?x
            nobody GET  /schemas/nothing.json?x=1 -> 400 INVALID_REQUEST ?x
            alice  POST /connect/tickets -> 201 {"ticket":"TOKEN","expires_at":T}
            alice  POST /connect/tickets {} -> 201 {"ticket":"TOKEN","expires_at":T}
            alice  POST /sessions {} -> 201 {"session_id":"S1"}
            alice  POST /sessions/S1/join -> 200 {"ok":true}
            """);
  }

  @Test
  void theCallersSessionsComeNewestFirst() {
    Script script = script("alice", "bob");
    script.play(
        """
        alice GET  /sessions -> 200 {"sessions":[]}
        alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
        bob   POST /sessions {"topic":"none of hers"} -> 201 {"session_id":"S2"}
        bob   POST /sessions {"invite":["@alice"],"topic":"t"} -> 201 {"session_id":"S3"}
        """);
    String bobs = "{\"handle\":\"@bob\",\"status\":\"joined\",\"joined_at\":T}";
    String third =
        "{\"id\":\"S3\",\"state\":\"active\",\"topic\":\"t\",\"participants\":["
            + bobs
            + ",{\"handle\":\"@alice\",\"status\":\"invited\"}],\"created_at\":T}";
    String first =
        "{\"id\":\"S1\",\"state\":\"active\",\"participants\":["
            + "{\"handle\":\"@alice\",\"status\":\"joined\",\"joined_at\":T},"
            + "{\"handle\":\"@bob\",\"status\":\"invited\"}],\"created_at\":T}";
    Await.equal(
        "200 {\"sessions\":[" + third + "," + first + "]}",
        () -> script.told(script.call("alice", "GET", "/sessions", "")));
    Await.equal(
        "200 {\"sessions\":[" + third + "],\"next_cursor\":\"S3\"}",
        () -> script.told(script.call("alice", "GET", "/sessions?limit=1", "")));
    Await.equal(
        "200 {\"sessions\":[" + first + "]}",
        () -> script.told(script.call("alice", "GET", "/sessions?cursor=S3", "")));
  }

  @Test
  void theOwnersSide() {
    script("erin")
        .play(
            """
            admin POST   /_admin/agents {"handle":"@dave"} -> 201 {"handle":"@dave","policy":"allowlist","allowlist":[],"token":"TOKEN"}
            admin POST   /_admin/agents {"handle":"@fred","inbound_policy":"open"} -> 201 {"handle":"@fred","policy":"open","allowlist":[],"token":"TOKEN"}
            admin GET    /_admin/agents/@dave -> 200 {"handle":"@dave","policy":"allowlist","allowlist":[]}
            admin PATCH  /_admin/agents/@dave {"policy":"open"} -> 200 {"handle":"@dave","policy":"open","allowlist":[]}
            admin POST   /_admin/agents/@dave/allowlist {"entries":["@erin","@acme.*","@erin"]} -> 200 {"handle":"@dave","policy":"open","allowlist":["@acme.*","@erin"]}
            admin DELETE /_admin/agents/@dave/allowlist/@acme.* -> 200 {"handle":"@dave","policy":"open","allowlist":["@erin"]}
            admin DELETE /_admin/agents/@dave/allowlist/@acme.* -> 200 {"handle":"@dave","policy":"open","allowlist":["@erin"]}
            admin PUT    /_admin/agents/@dave/blocks/@erin -> 204
            admin GET    /_admin/agents/@dave/blocks -> 200 {"blocks":["@erin"]}
            admin DELETE /_admin/agents/@dave/blocks/@erin -> 204
            admin GET    /_admin/agents/@dave/blocks -> 200 {"blocks":[]}
            admin POST   /_admin/agents/@dave/rotate-token -> 200 {"handle":"@dave","policy":"open","allowlist":["@erin"],"token":"TOKEN"}
            admin DELETE /_admin/agents/@dave -> 204
            admin POST   /_admin/owners {"owner":"OWNER"} -> 201 {"owner":"OWNER","token":"TOKEN"}
            admin POST   /_admin/owners/OWNER/rotate-token -> 200 {"owner":"OWNER","token":"TOKEN"}
            admin DELETE /_admin/owners/OWNER -> 204
            """);
  }
}
