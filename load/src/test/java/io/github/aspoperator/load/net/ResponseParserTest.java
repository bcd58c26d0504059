package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ResponseParserTest {
  private static final String WITH_LENGTH =
      """
      HTTP/1.1 201 Created
      content-LENGTH:  14
      X-Other: 7

      {"sequence":3}\
      """;

  private static final String IN_CHUNKS =
      """
      HTTP/1.1 201 Created
      Transfer-Encoding: chunked

      5;name=value
      {"seq
      9
      uence":3}
      0
      Trailer: yes

      """;

  private static final String AFTER_CONTINUE = "HTTP/1.1 100 Continue\n\n" + WITH_LENGTH;

  static final List<String> ANSWERS = List.of(WITH_LENGTH, IN_CHUNKS, AFTER_CONTINUE);

  private final ResponseParser parser = new ResponseParser();

  @ParameterizedTest
  @FieldSource("ANSWERS")
  void anAnswerMayBeCutAnywhere(String text) throws ProtocolException {
    byte[] answer = wire(text);
    for (int cut = 0; cut <= answer.length; cut++) {
      assertEquals(cut, parser.feed(answer, 0, cut));
      assertEquals(cut == answer.length, parser.done());
      assertEquals(answer.length, parser.feed(answer, cut, answer.length));
      assertTrue(parser.done());
      assertEquals(201, parser.status());
      assertEquals("{\"sequence\":3}", parser.body().toString());
      parser.reset();
    }
  }

  @ParameterizedTest
  @FieldSource("ANSWERS")
  void anAnswerMayComeByteByByte(String text) throws ProtocolException {
    byte[] answer = wire(text);
    for (int i = 0; i < answer.length; i++) {
      assertFalse(parser.done());
      parser.feed(answer, i, i + 1);
    }
    assertTrue(parser.done());
    assertEquals("{\"sequence\":3}", parser.body().toString());
  }

  @Test
  void whatFollowsAnUpgradeIsLeftAlone() throws ProtocolException {
    byte[] head = wire("HTTP/1.1 101 Switching Protocols\nSec-WebSocket-Accept: abc=\n\n");
    byte[] both = wire("HTTP/1.1 101 Switching Protocols\nSec-WebSocket-Accept: abc=\n\nframes");
    assertEquals(head.length, parser.feed(both, 0, both.length));
    assertEquals("abc=", parser.headers().accept());
  }

  @Test
  void anAnswerWithoutLengthEndsWithTheConnection() throws ProtocolException {
    byte[] answer = wire("HTTP/1.0 200 OK\nConnection: Close\n\nall of it");
    parser.feed(answer, 0, answer.length);
    assertFalse(parser.done());
    assertTrue(parser.headers().close());
    assertTrue(parser.ended());
    assertEquals("all of it", parser.body().toString());
  }

  @Test
  void anAnswerCutShortByTheEndIsNone() throws ProtocolException {
    byte[] answer = wire(WITH_LENGTH);
    parser.feed(answer, 0, answer.length - 1);
    assertFalse(parser.ended());
    assertTrue(parser.begun());
  }

  @Test
  void aBodylessAnswerIsDoneAtItsBlankLine() throws ProtocolException {
    byte[] answer = wire("HTTP/1.1 204 No Content\n\n");
    parser.feed(answer, 0, answer.length);
    assertTrue(parser.done());
  }

  @ParameterizedTest
  @FieldSource("NOT_HTTP")
  void somethingElseIsRefused(String text) {
    byte[] answer = wire(text);
    assertThrows(ProtocolException.class, () -> parser.feed(answer, 0, answer.length));
  }

  static final List<String> NOT_HTTP =
      List.of(
          "SSH-2.0-OpenSSH\n",
          "HTTP/1.1 2x1 Created\n",
          "HTTP/1.1 200 OK\nContent-Length: 3x\n",
          "HTTP/1.1 200 OK\nContent-Length: 99999999999\n",
          "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nnumber\n");

  private static byte[] wire(String text) {
    return text.replace("\n", "\r\n").getBytes(ISO_8859_1);
  }
}
