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

/** What is an event and what is none, a row each; S, M, E and T stand for ids. */
class EventSchemasTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b","by":"@c.d"}}
          {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b","by":"@c.d","topic":"t","initial_message":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`,"metadata":{}}}}
          {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          {"type":"session.disconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          {"type":"session.reconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          {"type":"session.left","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"left"}}
          {"type":"session.left","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"grace_expired"}}
          {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`}}
          {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`,"idempotency_key":"k","metadata":{"a":1}}}
          {"type":"session.ended","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          {"type":"session.ended","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"ended_by":"@a.b"}}
          {"type":"session.reopened","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"reopened_by":"@a.b"}}
          """)
  void thisIsAnEvent(String json) {
    letsIn("event", json);
  }

  /** Each row says where, so that it cannot be refused for another reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          /payload | required | {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b"}}
          /payload | additionalProperties | {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b","by":"@c.d","content":"x"}}
          /payload/initial_message | additionalProperties | {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b","by":"@c.d","initial_message":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`,"idempotency_key":"k"}}}
          /payload/initial_message | required | {"type":"session.invited","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"invitee":"@a.b","by":"@c.d","initial_message":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x"}}}
          /payload | required | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          /payload | additionalProperties | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"left"}}
          /payload | required | {"type":"session.disconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          /payload | additionalProperties | {"type":"session.disconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"left"}}
          /payload | required | {"type":"session.reconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          /payload | additionalProperties | {"type":"session.reconnected","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"left"}}
          /payload/reason | enum | {"type":"session.left","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"blocked"}}
          /payload | required | {"type":"session.left","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          /payload | additionalProperties | {"type":"session.left","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b","reason":"left","by":"@c.d"}}
          /payload | required | {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"created_at":`T`}}
          /payload | additionalProperties | {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`,"topic":"t"}}
          /payload/metadata | type | {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"x","created_at":`T`,"metadata":[]}}
          /payload/content | minLength | {"type":"session.message","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"id":`M`,"session_id":`S`,"sender":"@a.b","sequence":1,"content":"","created_at":`T`}}
          /payload/ended_by | type | {"type":"session.ended","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"ended_by":null}}
          /payload | additionalProperties | {"type":"session.ended","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"by":"@a.b"}}
          /payload | required | {"type":"session.reopened","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          - | oneOf | {"type":"session.gone","session_id":`S`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{}}
          - | required | {"type":"session.joined","session_id":`S`,"event_id":`E`,"created_at":`T`,"payload":{"agent":"@a.b"}}
          - | required | {"type":"session.joined","session_id":`S`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          - | required | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":1,"payload":{"agent":"@a.b"}}
          - | additionalProperties | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":1,"to":"@a.b","created_at":`T`,"payload":{"agent":"@a.b"}}
          /session_id | pattern | {"type":"session.joined","session_id":`M`,"event_id":`E`,"sequence":1,"created_at":`T`,"payload":{"agent":"@a.b"}}
          /sequence | minimum | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":0,"created_at":`T`,"payload":{"agent":"@a.b"}}
          /sequence | type | {"type":"session.joined","session_id":`S`,"event_id":`E`,"sequence":"1","created_at":`T`,"payload":{"agent":"@a.b"}}
          """)
  void thisIsNone(String where, String rule, String json) {
    refuses("event", where, rule, json);
  }

  @Test
  void aPageHasAThousandEventsAtMost() {
    String event =
        real(
            "{\"type\":\"session.joined\",\"session_id\":`S`,\"event_id\":`E`,\"sequence\":1,"
                + "\"created_at\":`T`,\"payload\":{\"agent\":\"@a.b\"}}");
    String full = (event + ",").repeat(999) + event;
    assertEquals(List.of(), JUDGE.by("event-page.json", "{\"events\":[" + full + "]}"));
    assertEquals(
        1, JUDGE.by("event-page.json", "{\"events\":[" + full + "," + event + "]}").size());
  }
}
