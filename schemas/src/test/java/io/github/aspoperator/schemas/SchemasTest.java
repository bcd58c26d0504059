package io.github.aspoperator.schemas;

import static io.github.aspoperator.schemas.Held.JUDGE;
import static io.github.aspoperator.schemas.Held.letsIn;
import static io.github.aspoperator.schemas.Held.real;
import static io.github.aspoperator.schemas.Held.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the schemas let in and what they do not, a row each; for events see {@link
 * EventSchemasTest}. S, M, E and T stand for ids.
 */
class SchemasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          handle | "@a.b"
          handle | "@a_-9.b_-0"
          allowlist-entry | "@a.*"
          allowlist-entry | "@a.b"
          session-id | `S`
          message-id | `M`
          event-id | `E`
          timestamp | 0
          sequence | 1
          sequence | 9007199254740993
          topic | "x"
          content | "x"
          content | " "
          content | [{"type":"text","text":"x"}]
          content | [{"type":"image","url":"u"}]
          content | [{"type":"image","data_uri":"data:"}]
          content | [{"type":"image","url":"u","data_uri":"data:,","mime_type":"","name":""}]
          content | [{"type":"file","url":"u","size":0}]
          content | [{"type":"file","url":"u","name":"n","mime_type":"m","size":123456789012345678901234567890}]
          content | [{"type":"data","data":{}}]
          content | [{"data":{"a":[1,null,{"b":true}]},"type":"data"},{"type":"text","text":"x"}]
          metadata | {}
          metadata | {"a":null}
          create-session-request | {}
          create-session-request | {"invite":[]}
          create-session-request | {"invite":["@a.b","@a.b"],"topic":"t","initial_message":{"content":"x","metadata":{}},"end_after_send":true,"idempotency_key":"k"}
          create-session-request | {"end_after_send":false}
          create-session-reply | {"session_id":`S`}
          create-session-reply | {"session_id":`S`,"sequence":1}
          send-message-request | {"content":"x"}
          send-message-request | {"content":[{"type":"text","text":"x"}],"metadata":{},"idempotency_key":"k"}
          send-message-reply | {"message_id":`M`,"sequence":2}
          invite-request | {"invite":["@a.b"]}
          invite-reply | {"invited":[]}
          invite-reply | {"invited":["@a.b","@a.c"]}
          reopen-session-request | {}
          reopen-session-request | {"invite":[],"initial_message":{"content":"x"}}
          empty-request | {}
          ok-reply | {"ok":true}
          participant | {"handle":"@a.b","status":"invited"}
          participant | {"handle":"@a.b","status":"invited","joined_at":`T`}
          participant | {"handle":"@a.b","status":"joined","joined_at":`T`}
          participant | {"handle":"@a.b","status":"left","left_at":`T`}
          participant | {"handle":"@a.b","status":"left","left_at":`T`,"joined_at":`T`}
          session | {"id":`S`,"state":"active","participants":[{"handle":"@a.b","status":"invited"}],"created_at":`T`}
          session | {"id":`S`,"state":"ended","topic":"t","participants":[{"handle":"@a.b","status":"invited"}],"created_at":`T`,"ended_at":`T`}
          session-page | {"sessions":[]}
          event-page | {"events":[],"next_cursor":"0"}
          ticket-reply | {"ticket":"t","expires_at":`T`}
          health | {"status":"ok","version":"1"}
          ping | {"type":"ping"}
          pong | {"type":"pong"}
          error | {"error":{"code":"NOT_FOUND","message":"No.","request_id":"r"}}
          error | {"error":{"code":"INVALID_REQUEST","message":"No.","field":"","request_id":"r"}}
          agent | {"handle":"@a.b","policy":"open","allowlist":[]}
          agent-with-token | {"handle":"@a.b","policy":"allowlist","allowlist":["@a.*"],"token":"t"}
          agent-page | {"agents":[],"next_cursor":"@a.b"}
          block-list | {"blocks":["@a.b"]}
          register-agent-request | {"handle":"@a.b"}
          register-agent-request | {"handle":"@a.b","policy":"open"}
          register-agent-request | {"handle":"@a.b","inbound_policy":"allowlist"}
          set-policy-request | {"policy":"open"}
          add-to-allowlist-request | {"entries":[]}
          register-owner-request | {"owner":"a"}
          owner-with-token | {"owner":"a","token":"t"}
          seed | {}
          seed | {"@a.b":"t","@a.c":{"token":"u","policy":"open","allowlist":["@a.*"]}}
          seed | {"@a.b":{}}
          """)
  void thisIsLetIn(String file, String json) {
    letsIn(file, json);
  }

  /** Each row says where, so that it cannot be refused for another reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          handle | - | pattern | "a.b"
          handle | - | pattern | "@a"
          handle | - | pattern | "@a.b.c"
          handle | - | pattern | "@A.b"
          handle | - | pattern | "@.b"
          handle | - | pattern | "@a."
          handle | - | pattern | "@a.b "
          handle | - | pattern | "@a.b\\n"
          handle | - | pattern | "@a.*"
          handle | - | pattern | "@é.b"
          handle | - | type | 1
          allowlist-entry | - | pattern | "@*.b"
          allowlist-entry | - | pattern | "@*"
          allowlist-entry | - | pattern | "@a.b*"
          allowlist-entry | - | pattern | "@a.**"
          allowlist-entry | - | pattern | "*"
          session-id | - | pattern | "sess_01KCM3Q7W5YB6T0V9E2R4N8HX"
          session-id | - | pattern | "sess_01KCM3Q7W5YB6T0V9E2R4N8HXAA"
          session-id | - | pattern | "sess_01kcm3q7w5yb6t0v9e2r4n8hxa"
          session-id | - | pattern | "msg_01KCM3Q7W5YB6T0V9E2R4N8HXA"
          message-id | - | pattern | "sess_01KCM3Q7W5YB6T0V9E2R4N8HXA"
          event-id | - | pattern | "msg_01KCM3Q7W5YB6T0V9E2R4N8HXA"
          session-id | - | pattern | "xsess_01KCM3Q7W5YB6T0V9E2R4N8HXA"
          timestamp | - | minimum | -1
          timestamp | - | type | 1.5
          timestamp | - | type | "1"
          sequence | - | minimum | 0
          sequence | - | type | 1.5
          sequence | - | type | 1e400
          topic | - | minLength | ""
          topic | - | type | null
          idempotency-key | - | minLength | ""
          token | - | pattern | ""
          token | - | pattern | "a b"
          policy | - | enum | "closed"
          error-code | - | enum | "GONE"
          error-code | - | enum | "not_found"
          metadata | - | type | []
          metadata | - | type | null
          content | - | minLength | ""
          content | - | minItems | []
          content | /0/text | minLength | [{"type":"text","text":""}]
          content | /0 | required | [{"type":"text"}]
          content | /0 | additionalProperties | [{"type":"text","text":"x","url":"u"}]
          content | /0/data_uri | pattern | [{"type":"image","data_uri":"x"}]
          content | /0/data_uri | pattern | [{"type":"image","data_uri":"xdata:"}]
          content | /0/url | minLength | [{"type":"image","url":""}]
          content | /0 | additionalProperties | [{"type":"image","url":"u","size":1}]
          content | /0 | required | [{"type":"file"}]
          content | /0/size | minimum | [{"type":"file","url":"u","size":-1}]
          content | /0/size | type | [{"type":"file","url":"u","size":1.5}]
          content | /0/url | minLength | [{"type":"file","url":""}]
          content | /0/data | type | [{"type":"data","data":[]}]
          content | /0 | required | [{"type":"data"}]
          content | /1/text | minLength | [{"type":"text","text":"x"},{"type":"text","text":""}]
          message-content | - | required | {}
          message-content | - | additionalProperties | {"content":"x","idempotency_key":"k"}
          message-content | /metadata | type | {"content":"x","metadata":"m"}
          create-session-request | - | additionalProperties | {"message":"x"}
          create-session-request | - | required | {"end_after_send":true}
          create-session-request | /end_after_send | type | {"end_after_send":1}
          create-session-request | /invite/0 | pattern | {"invite":["@a.*"]}
          create-session-request | /invite | type | {"invite":"@a.b"}
          create-session-request | /topic | minLength | {"topic":""}
          create-session-request | /initial_message | required | {"initial_message":{}}
          create-session-request | - | type | []
          create-session-reply | - | required | {}
          create-session-reply | /sequence | minimum | {"session_id":`S`,"sequence":0}
          create-session-reply | - | additionalProperties | {"session_id":`S`,"ok":true}
          send-message-request | - | required | {}
          send-message-request | - | additionalProperties | {"content":"x","topic":"t"}
          send-message-reply | - | required | {"message_id":`M`}
          send-message-reply | - | required | {"sequence":1}
          invite-request | - | required | {}
          invite-request | /invite | minItems | {"invite":[]}
          invite-reply | /invited | uniqueItems | {"invited":["@a.b","@a.b"]}
          invite-reply | - | required | {}
          reopen-session-request | - | additionalProperties | {"topic":"t"}
          reopen-session-request | - | additionalProperties | {"idempotency_key":"k"}
          empty-request | - | additionalProperties | {"a":1}
          empty-request | - | type | null
          ok-reply | /ok | const | {"ok":false}
          ok-reply | - | required | {}
          ok-reply | - | additionalProperties | {"ok":true,"a":1}
          participant | - | required | {"handle":"@a.b","status":"joined"}
          participant | - | required | {"handle":"@a.b","status":"left"}
          participant | - | not | {"handle":"@a.b","status":"joined","joined_at":`T`,"left_at":`T`}
          participant | - | not | {"handle":"@a.b","status":"invited","left_at":`T`}
          participant | /status | enum | {"handle":"@a.b","status":"gone"}
          session | - | required | {"id":`S`,"state":"ended","participants":[{"handle":"@a.b","status":"invited"}],"created_at":`T`}
          session | - | not | {"id":`S`,"state":"active","participants":[{"handle":"@a.b","status":"invited"}],"created_at":`T`,"ended_at":`T`}
          session | /participants | minItems | {"id":`S`,"state":"active","participants":[],"created_at":`T`}
          session | /topic | type | {"id":`S`,"state":"active","topic":null,"participants":[{"handle":"@a.b","status":"invited"}],"created_at":`T`}
          event-page | /next_cursor | pattern | {"events":[],"next_cursor":"x"}
          event-page | /next_cursor | type | {"events":[],"next_cursor":1}
          event-page | - | required | {}
          session-page | - | additionalProperties | {"sessions":[],"total":0}
          ticket-reply | - | required | {"ticket":"t"}
          health | /status | const | {"status":"down","version":"1"}
          health | - | additionalProperties | {"status":"ok","version":"1","agents":1}
          ping | /type | const | {"type":"pong"}
          pong | - | additionalProperties | {"type":"pong","at":1}
          error | - | required | {}
          error | /error | required | {"error":{"code":"NOT_FOUND","message":"No."}}
          error | /error | required | {"error":{"code":"INVALID_REQUEST","message":"No.","request_id":"r"}}
          error | /error | not | {"error":{"code":"NOT_FOUND","message":"No.","field":"/a","request_id":"r"}}
          error | /error/code | enum | {"error":{"code":"FORBIDDEN","message":"No.","request_id":"r"}}
          error | /error | additionalProperties | {"error":{"code":"NOT_FOUND","message":"No.","request_id":"r","stack":"s"}}
          error | - | additionalProperties | {"error":{"code":"NOT_FOUND","message":"No.","request_id":"r"},"status":404}
          agent | - | additionalProperties | {"handle":"@a.b","policy":"open","allowlist":[],"token":"t"}
          agent | - | required | {"handle":"@a.b","policy":"open"}
          agent | /allowlist | uniqueItems | {"handle":"@a.b","policy":"open","allowlist":["@a.*","@a.*"]}
          agent-with-token | - | required | {"handle":"@a.b","policy":"open","allowlist":[]}
          agent-page | /agents/0 | additionalProperties | {"agents":[{"handle":"@a.b","policy":"open","allowlist":[],"token":"t"}]}
          block-list | /blocks/0 | pattern | {"blocks":["@a.*"]}
          register-agent-request | - | not | {"handle":"@a.b","policy":"open","inbound_policy":"open"}
          register-agent-request | - | required | {"policy":"open"}
          register-agent-request | - | additionalProperties | {"handle":"@a.b","token":"t"}
          set-policy-request | - | required | {}
          set-policy-request | - | additionalProperties | {"policy":"open","inbound_policy":"open"}
          add-to-allowlist-request | - | required | {}
          add-to-allowlist-request | /entries/0 | pattern | {"entries":["a"]}
          register-owner-request | /owner | pattern | {"owner":"@a"}
          owner-with-token | - | required | {"owner":"a"}
          seed | /@a.b | additionalProperties | {"@a.b":{"owner":"a"}}
          seed | /@a.b | not | {"@a.b":{"policy":"open","inbound_policy":"open"}}
          """)
  void thisIsNotLetIn(String file, String where, String rule, String json) {
    refuses(file, where, rule, json);
  }

  @Test
  void aLengthIsCountedInCodePoints() {
    String smile = "\\ud83d\\ude00";
    assertEquals(List.of(), JUDGE.by("topic.json", "\"" + smile.repeat(512) + "\""));
    assertEquals(1, JUDGE.by("topic.json", "\"" + smile.repeat(513) + "\"").size());
    assertEquals(List.of(), JUDGE.by("idempotency-key.json", "\"" + "k".repeat(255) + "\""));
    assertEquals(1, JUDGE.by("idempotency-key.json", "\"" + "k".repeat(256) + "\"").size());
  }

  @Test
  void aPartOfAHandleHasSixtyFourCharactersAtMost() {
    String part = "a".repeat(64);
    for (String file : List.of("handle.json", "allowlist-entry.json")) {
      assertEquals(List.of(), JUDGE.by(file, "\"@" + part + "." + part + "\""));
      assertEquals(1, JUDGE.by(file, "\"@" + part + "a." + part + "\"").size());
      assertEquals(1, JUDGE.by(file, "\"@" + part + "." + part + "a\"").size());
    }
    assertEquals(List.of(), JUDGE.by("owner-name.json", "\"" + part + "\""));
    assertEquals(1, JUDGE.by("owner-name.json", "\"" + part + "a\"").size());
  }

  @Test
  void aSessionHas256ParticipantsAtMost() {
    String one = "{\"handle\":\"@a.b\",\"status\":\"invited\"}";
    String most = (one + ",").repeat(255) + one;
    String session = "{\"id\":`S`,\"state\":\"active\",\"created_at\":`T`,\"participants\":[%s]}";
    assertEquals(List.of(), JUDGE.by("session.json", real(session.formatted(most))));
    assertEquals(1, JUDGE.by("session.json", real(session.formatted(most + "," + one))).size());
  }

  @Test
  void contentMayHoldWhatNoNumberAndNoNameCanHold() {
    String name = "n".repeat(60_000);
    String digits = "9".repeat(50_000);
    String data = "{\"" + name + "\":" + digits + ",\"b\":1e400,\"c\":-1e99999999999}";
    assertEquals(
        List.of(), JUDGE.by("content.json", "[{\"type\":\"data\",\"data\":" + data + "}]"));
    assertEquals(List.of(), JUDGE.by("metadata.json", data));
    assertEquals(List.of(), JUDGE.by("content.json", "\"\\ud800\""));
  }
}
