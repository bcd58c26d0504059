package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 5: a client's frame is a ping, or it is ignored. */
class ClientFramesTest {

  private static boolean isPing(String frame) {
    return ClientFrames.isPing(ByteBuffer.wrap(utf8(frame)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"ping\"}",
        "{\"type\": \"ping\"}",
        "{ \"type\" : \"ping\" }",
        "\r\n{\n\t\"type\":\n\t\"ping\"\n}\n"
      })
  void aPingIsAnsweredHoweverItIsSpaced(String frame) {
    assertTrue(isPing(frame));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ping",
        "\"ping\"",
        "{}",
        "[]",
        "null",
        "{\"type\":\"pong\"}",
        "{\"type\":\"Ping\"}",
        "{\"type\":\"ping \"}",
        "{\"ty pe\":\"ping\"}",
        "{\"type\":ping}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":\"ping\",\"id\":1}",
        "{\"type\":\"ping\"",
        "{\"type\":\"ping\"}}",
        "{\"type\":\"ping\"}{\"type\":\"ping\"}",
        "[{\"type\":\"ping\"}]",
        "{'type':'ping'}",
        "{\"type\":\u00a0\"ping\"}",
        "\ufeff{\"type\":\"ping\"}"
      })
  void anythingElseIsIgnored(String frame) {
    assertFalse(isPing(frame));
  }

  @Test
  void whatIsLongIsNotEvenRead() {
    assertFalse(isPing("{\"type\":\"ping\"}" + " ".repeat(32 * 1024)));
  }

  @Test
  void whatIsNotUtf8IsIgnored() {
    byte[] frame = utf8("{\"type\":\"ping\"}");
    frame[9] = (byte) 0xf0;
    assertFalse(ClientFrames.isPing(ByteBuffer.wrap(frame)));
  }

  @Test
  void theBufferIsReadWhereItStandsAndNotMoved() {
    byte[] bytes = utf8("xx{\"type\":\"ping\"}yy");
    ByteBuffer frame = ByteBuffer.wrap(bytes, 2, bytes.length - 4).asReadOnlyBuffer();
    assertTrue(ClientFrames.isPing(frame));
    assertEquals(2, frame.position());
    assertEquals(bytes.length - 2, frame.limit());
  }
}
