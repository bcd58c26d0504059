package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is wrong with a body or a query is told by its field (protocol sections 3, 4 and 7). */
class RefusedBodiesTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static Script script() {
    return new Script(new Cast(OPERATOR, "alice", "bob"));
  }

  @Test
  void create() {
    script()
        .play(
            """
            alice POST /sessions -> 400 INVALID_REQUEST
            alice POST /sessions x -> 400 INVALID_REQUEST
            alice POST /sessions [] -> 400 INVALID_REQUEST
            alice POST /sessions null -> 400 INVALID_REQUEST
            alice POST /sessions {} {} -> 400 INVALID_REQUEST
            alice POST /sessions {"extra":1} -> 400 INVALID_REQUEST /extra
            alice POST /sessions {"a/b~c":1} -> 400 INVALID_REQUEST /a~1b~0c
            alice POST /sessions {"topic":"a","topic":"a"} -> 400 INVALID_REQUEST /topic
            alice POST /sessions {"topic":""} -> 400 INVALID_REQUEST /topic
            alice POST /sessions {"topic":null} -> 400 INVALID_REQUEST /topic
            alice POST /sessions {"topic":1} -> 400 INVALID_REQUEST /topic
            alice POST /sessions {"invite":"@bob"} -> 400 INVALID_REQUEST /invite
            alice POST /sessions {"invite":null} -> 400 INVALID_REQUEST /invite
            alice POST /sessions {"invite":["@bob",1]} -> 400 INVALID_REQUEST /invite/1
            alice POST /sessions {"invite":["@bob","bob"]} -> 400 INVALID_REQUEST /invite/1
            alice POST /sessions {"invite":["@Bob.x"]} -> 400 INVALID_REQUEST /invite/0
            alice POST /sessions {"invite":["@bob.*"]} -> 400 INVALID_REQUEST /invite/0
            alice POST /sessions {"invite":["@alice"]} -> 400 INVALID_REQUEST /invite/0
            alice POST /sessions {"initial_message":"x"} -> 400 INVALID_REQUEST /initial_message
            alice POST /sessions {"initial_message":{}} -> 400 INVALID_REQUEST /initial_message/content
            alice POST /sessions {"initial_message":{"content":""}} -> 400 INVALID_REQUEST /initial_message/content
            alice POST /sessions {"initial_message":{"content":"x","idempotency_key":"k"}} -> 400 INVALID_REQUEST /initial_message/idempotency_key
            alice POST /sessions {"end_after_send":true} -> 400 INVALID_REQUEST /initial_message
            alice POST /sessions {"end_after_send":1} -> 400 INVALID_REQUEST /end_after_send
            alice POST /sessions {"idempotency_key":""} -> 400 INVALID_REQUEST /idempotency_key
            alice POST /sessions <Idempotency-Key:> {} -> 400 INVALID_REQUEST Idempotency-Key
            alice POST /sessions?x=1 {} -> 400 INVALID_REQUEST ?x
            alice GET  /sessions -> 200 {"sessions":[]}
            """);
  }

  @Test
  void message() {
    script()
        .play(
            """
            alice POST /sessions {} -> 201 {"session_id":"S1"}
            alice POST /sessions/S1/messages -> 400 INVALID_REQUEST
            alice POST /sessions/S1/messages {} -> 400 INVALID_REQUEST /content
            alice POST /sessions/S1/messages {"content":null} -> 400 INVALID_REQUEST /content
            alice POST /sessions/S1/messages {"content":{}} -> 400 INVALID_REQUEST /content
            alice POST /sessions/S1/messages {"content":[]} -> 400 INVALID_REQUEST /content
            alice POST /sessions/S1/messages {"content":["x"]} -> 400 INVALID_REQUEST /content/0
            alice POST /sessions/S1/messages {"content":[{}]} -> 400 INVALID_REQUEST /content/0/type
            alice POST /sessions/S1/messages {"content":[{"type":"song"}]} -> 400 INVALID_REQUEST /content/0/type
            alice POST /sessions/S1/messages {"content":[{"type":"text"}]} -> 400 INVALID_REQUEST /content/0/text
            alice POST /sessions/S1/messages {"content":[{"type":"text","text":""}]} -> 400 INVALID_REQUEST /content/0/text
            alice POST /sessions/S1/messages {"content":[{"type":"text","text":"x","url":"u"}]} -> 400 INVALID_REQUEST /content/0/url
            alice POST /sessions/S1/messages {"content":[{"type":"image"}]} -> 400 INVALID_REQUEST /content/0/url
            alice POST /sessions/S1/messages {"content":[{"type":"image","data_uri":"x"}]} -> 400 INVALID_REQUEST /content/0/data_uri
            alice POST /sessions/S1/messages {"content":[{"type":"file"}]} -> 400 INVALID_REQUEST /content/0/url
            alice POST /sessions/S1/messages {"content":[{"type":"file","url":"u","size":-1}]} -> 400 INVALID_REQUEST /content/0/size
            alice POST /sessions/S1/messages {"content":[{"type":"text","text":"x"},{"type":"data","data":[]}]} -> 400 INVALID_REQUEST /content/1/data
            alice POST /sessions/S1/messages {"content":[{"type":"data","data":{"a":{"b":1,"b":1}}}]} -> 400 INVALID_REQUEST /content/0/data/a/b
            alice POST /sessions/S1/messages {"content":"x","metadata":[]} -> 400 INVALID_REQUEST /metadata
            alice POST /sessions/S1/messages {"content":"x","metadata":null} -> 400 INVALID_REQUEST /metadata
            alice POST /sessions/S1/messages {"content":"x","topic":"t"} -> 400 INVALID_REQUEST /topic
            alice POST /sessions/S1/messages?wait=1 {"content":"x"} -> 400 INVALID_REQUEST ?wait
            alice GET  /sessions/S1/events -> 200 {"events":[]}
            """);
  }

  @Test
  void theOthers() {
    script()
        .play(
            """
            alice POST /sessions {"invite":["@bob"]} -> 201 {"session_id":"S1"}
            alice POST /sessions/S1/invite -> 400 INVALID_REQUEST
            alice POST /sessions/S1/invite {} -> 400 INVALID_REQUEST /invite
            alice POST /sessions/S1/invite {"invite":[]} -> 400 INVALID_REQUEST /invite
            alice POST /sessions/S1/invite {"invite":["@alice"]} -> 400 INVALID_REQUEST /invite/0
            bob   POST /sessions/S1/join {"x":1} -> 400 INVALID_REQUEST /x
            bob   POST /sessions/S1/join [] -> 400 INVALID_REQUEST
            alice POST /sessions/S1/leave {"x":1} -> 400 INVALID_REQUEST /x
            alice POST /sessions/S1/end {"x":1} -> 400 INVALID_REQUEST /x
            alice POST /sessions/S1/reopen {"topic":"t"} -> 400 INVALID_REQUEST /topic
            alice POST /sessions/S1/reopen {"invite":["@alice"]} -> 400 INVALID_REQUEST /invite/0
            alice POST /connect/tickets {"x":1} -> 400 INVALID_REQUEST /x
            alice GET  /sessions/S1?x -> 400 INVALID_REQUEST ?x
            alice GET  /sessions/S1/events?limit=0 -> 400 INVALID_REQUEST ?limit
            alice GET  /sessions/S1/events?limit=1001 -> 400 INVALID_REQUEST ?limit
            alice GET  /sessions/S1/events?limit=1&limit=1 -> 400 INVALID_REQUEST ?limit
            alice GET  /sessions/S1/events?after_sequence=-1 -> 400 INVALID_REQUEST ?after_sequence
            alice GET  /sessions/S1/events?after_sequence=1.0 -> 400 INVALID_REQUEST ?after_sequence
            alice GET  /sessions/S1/events?after_sequence=99999999999999999999 -> 400 INVALID_REQUEST ?after_sequence
            alice GET  /sessions/S1/events?cursor=1 -> 400 INVALID_REQUEST ?cursor
            alice GET  /sessions?cursor=x -> 400 INVALID_REQUEST ?cursor
            alice GET  /sessions?limit=x -> 400 INVALID_REQUEST ?limit
            alice GET  /sessions/S1/events -> 200 {"events":[{"type":"session.invited","session_id":"S1","event_id":"E1","sequence":1,"created_at":T,"payload":{"invitee":"@bob","by":"@alice"}}]}
            """);
  }

  @Test
  void theOwnersSide() {
    script()
        .play(
            """
            admin POST   /_admin/agents {} -> 400 INVALID_REQUEST /handle
            admin POST   /_admin/agents {"handle":"alice"} -> 400 INVALID_REQUEST /handle
            admin POST   /_admin/agents {"handle":"@new","policy":"closed"} -> 400 INVALID_REQUEST /policy
            admin POST   /_admin/agents {"handle":"@new","policy":"open","inbound_policy":"open"} -> 400 INVALID_REQUEST /inbound_policy
            admin POST   /_admin/agents {"handle":"@new","token":"x"} -> 400 INVALID_REQUEST /token
            admin GET    /_admin/agents/@new -> 404 NOT_FOUND
            admin GET    /_admin/agents?limit=0 -> 400 INVALID_REQUEST ?limit
            admin GET    /_admin/agents?cursor=x -> 400 INVALID_REQUEST ?cursor
            admin PATCH  /_admin/agents/@alice {} -> 400 INVALID_REQUEST /policy
            admin PATCH  /_admin/agents/@alice {"inbound_policy":"open"} -> 400 INVALID_REQUEST /inbound_policy
            admin POST   /_admin/agents/@alice/allowlist {} -> 400 INVALID_REQUEST /entries
            admin POST   /_admin/agents/@alice/allowlist {"entries":["@acme.*","@*.acme"]} -> 400 INVALID_REQUEST /entries/1
            admin DELETE /_admin/agents/@alice/allowlist/acme -> 400 INVALID_REQUEST entry
            admin PUT    /_admin/agents/@alice/blocks/@alice -> 400 INVALID_REQUEST peer
            admin PUT    /_admin/agents/@alice/blocks/@bob.* -> 400 INVALID_REQUEST peer
            admin PUT    /_admin/agents/@alice/blocks/@bob {"x":1} -> 400 INVALID_REQUEST /x
            admin DELETE /_admin/agents/@alice/blocks/bob -> 400 INVALID_REQUEST peer
            admin DELETE /_admin/agents/@alice {"x":1} -> 400 INVALID_REQUEST /x
            admin POST   /_admin/owners {} -> 400 INVALID_REQUEST /owner
            admin POST   /_admin/owners {"owner":"Acme"} -> 400 INVALID_REQUEST /owner
            admin GET    /_admin/agents/@alice -> 200 {"handle":"@alice","policy":"open","allowlist":[]}
            admin GET    /_admin/agents/@alice/blocks -> 200 {"blocks":[]}
            """);
  }

  @Test
  void sizes() {
    Script script = script();
    script.play("alice POST /sessions {} -> 201 {\"session_id\":\"S1\"}");
    String messages = "/sessions/S1/messages";
    String most = "{\"content\":\"" + "x".repeat(96 * 1024 - 2) + "\"}";
    assertEquals(201, script.call("alice", "POST", messages, most).status());
    String more = "{\"content\":\"" + "x".repeat(96 * 1024 - 1) + "\"}";
    assertEquals(413, script.call("alice", "POST", messages, more).status());
    String both = "{\"content\":\"" + "x".repeat(96 * 1024 - 4) + "\",\"metadata\":{ }}";
    assertEquals(413, script.call("alice", "POST", messages, both).status());
    String body = "{\"content\":\"x\"" + " ".repeat(256 * 1024) + "}";
    assertEquals(413, script.call("alice", "POST", messages, body).status());
    String full = "{\"content\":\"x\"" + " ".repeat(256 * 1024 - 15) + "}";
    assertEquals(201, script.call("alice", "POST", messages, full).status());
    assertEquals(201, script.call("alice", "POST", messages, nested(63)).status());
    assertEquals("400 INVALID_REQUEST", code(script, messages, nested(64)));
    String topic = "{\"topic\":\"" + "😀".repeat(512) + "\"}";
    assertEquals(201, script.call("alice", "POST", "/sessions", topic).status());
    String longer = "{\"topic\":\"" + "😀".repeat(513) + "\"}";
    assertEquals("400 INVALID_REQUEST", code(script, "/sessions", longer));
    String key = "{\"idempotency_key\":\"" + "é".repeat(255) + "\"}";
    assertEquals(201, script.call("alice", "POST", "/sessions", key).status());
    String longKey = "{\"idempotency_key\":\"" + "é".repeat(256) + "\"}";
    assertEquals("400 INVALID_REQUEST", code(script, "/sessions", longKey));
    assertEquals(404, script.call("alice", "POST", "/sessions", inviting(100)).status());
    assertEquals("400 INVALID_REQUEST", code(script, "/sessions", inviting(101)));
  }

  private static String code(Script script, String target, String body) {
    var answer = script.call("alice", "POST", target, body);
    return answer.status() + " " + answer.code();
  }

  /** A message whose innermost object is that deep, the body being 1. */
  private static String nested(int below) {
    return "{\"content\":\"x\",\"metadata\":"
        + "{\"a\":".repeat(below)
        + "1"
        + "}".repeat(below + 1);
  }

  private static String inviting(int invitees) {
    return IntStream.range(0, invitees)
        .mapToObj(i -> "\"@unknown.x" + i + "\"")
        .collect(Collectors.joining(",", "{\"invite\":[", "]}"));
  }
}
