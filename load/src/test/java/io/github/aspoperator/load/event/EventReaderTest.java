package io.github.aspoperator.load.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventReaderTest {
  private static final String MESSAGE =
      """
      {"type":"session.message","session_id":"sess_01","event_id":"evt_01","sequence":17,"created_at":1,
       "payload":{"id":"msg_01","session_id":"sess_01","sender":"@a.b","sequence":17,"content":"%s filler",
       "created_at":1,"metadata":{"id":"no","list":[1,{"content":"no"},-0.5e3,null,"\\\\\\""]}}}
      """;

  private final EventReader reader = new EventReader();

  @Test
  void aMessageGivesItsSessionSequenceIdAndStamp() {
    assertTrue(read(MESSAGE.formatted(stamp(123456789L, 5))));
    assertEquals(EventType.MESSAGE, reader.type());
    assertEquals(17, reader.sequence());
    assertEquals("sess_01", session(MESSAGE.formatted(stamp(123456789L, 5))));
    assertEquals(123456789L, reader.stamp().nanos());
    assertEquals(5, reader.stamp().sender());
    assertEquals(answered("{\"message_id\":\"msg_01\",\"sequence\":17}"), reader.mark());
    assertNotEquals(answered("{\"message_id\":\"msg_02\",\"sequence\":17}"), reader.mark());
  }

  @Test
  void theOrderOfFieldsDoesNotMatter() {
    String turned =
        """
         { "payload" : { "content":"%s", "id":"msg_01" } ,
           "sequence": 9, "session_id" :"sess_02", "type":"session.message" }\
        """
            .formatted(stamp(1, 2));
    assertTrue(read(turned));
    assertEquals(9, reader.sequence());
    assertEquals("sess_02", session(turned));
    assertTrue(reader.stamp().present());
  }

  @Test
  void aLifecycleEventHasNoStampAndOneMark() {
    assertTrue(
        read(
            """
            {"type":"session.joined","session_id":"s","event_id":"e","sequence":2,"created_at":1,"payload":{"agent":"@a.b"}}\
            """));
    assertEquals(EventType.JOINED, reader.type());
    assertEquals(EventReader.LIFECYCLE, reader.mark());
    assertFalse(reader.stamp().present());
  }

  @Test
  void contentThatIsNotOursHasNoStamp() {
    assertTrue(read(MESSAGE.formatted("hello, this is somebody else's words, long enough")));
    assertFalse(reader.stamp().present());
    assertTrue(read(MESSAGE.formatted("000000000000000g-00000000-00000000")));
    assertFalse(reader.stamp().present());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"pong\"}", "{}", "[]", "3", "{\"type\":3,\"sequence\":1}"})
  void whatIsNoEventIsNone(String text) {
    assertFalse(read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"session.joined\",\"sequence\":2}",
        "{\"type\":\"session.joined\",\"session_id\":\"s\"}",
        "{\"session_id\":\"s\",\"sequence\":\"2\"}",
        "{\"session_id\":\"s\",\"sequence\":-2}",
        "{\"session_id\":\"s\",\"sequence\":99999999999}",
        "{\"session_id\" \"s\"}",
        "{\"a\":}}",
        "{\"a\":[}",
        "",
      })
  void brokenEventsAreMalformed(String text) {
    assertThrows(MalformedJson.class, () -> read(text));
  }

  @Test
  void anEventCutAnywhereIsMalformed() {
    String whole = MESSAGE.formatted(stamp(1, 2)).strip();
    for (int end = 0; end < whole.length(); end++) {
      String cut = whole.substring(0, end);
      assertThrows(MalformedJson.class, () -> read(cut), cut);
    }
  }

  private boolean read(String text) {
    byte[] bytes = ("..." + text + "...").getBytes(UTF_8);
    return reader.read(bytes, 3, bytes.length - 3);
  }

  private String session(String text) {
    byte[] bytes = ("..." + text).getBytes(UTF_8);
    return new String(
        bytes, reader.sessionFrom(), reader.sessionTo() - reader.sessionFrom(), UTF_8);
  }

  private static int answered(String json) {
    AnswerReader answer = new AnswerReader();
    assertTrue(answer.read(json.getBytes(UTF_8), 0, json.length()));
    assertEquals(17, answer.sequence());
    return answer.mark();
  }

  private static String stamp(long nanos, int sender) {
    ByteBuffer buffer = ByteBuffer.allocate(Stamp.LENGTH);
    Stamp.write(buffer, 0, nanos, sender, 1);
    return UTF_8.decode(buffer).toString();
  }
}
