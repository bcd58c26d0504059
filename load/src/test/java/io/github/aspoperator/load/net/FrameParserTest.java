package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameParserTest {
  private final List<String> heard = new ArrayList<>();
  private final FrameParser parser =
      new FrameParser(
          new FrameParser.Sink() {
            @Override
            public void text(byte[] a, int from, int to, long at) {
              heard.add(new String(a, from, to - from, UTF_8));
            }

            @Override
            public void control(int opcode, byte[] a, int from, int to) {
              heard.add(opcode + ":" + new String(a, from, to - from, UTF_8));
            }
          });

  @Test
  void fragmentsBecomeOneMessageWithAPingBetweenThem() throws ProtocolException {
    byte[] frames =
        join(frame(0x01, "one "), frame(0x89, "!"), frame(0x00, "two "), frame(0x80, "3"));
    for (int cut = 0; cut <= frames.length; cut++) {
      heard.clear();
      parser.feed(frames, 0, cut, 0);
      parser.feed(frames, cut, frames.length, 0);
      assertEquals(List.of("9:!", "one two 3"), heard);
    }
  }

  @Test
  void framesMayBeCutAnywhere() throws ProtocolException {
    byte[] frames = join(frame(0x81, "first"), frame(0x81, ""), frame(0x8A, ""), frame(0x81, "é"));
    for (int cut = 0; cut <= frames.length; cut++) {
      heard.clear();
      parser.feed(frames, 0, cut, 0);
      parser.feed(frames, cut, frames.length, 0);
      assertEquals(List.of("first", "", "10:", "é"), heard);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {125, 126, 65_535, 65_536, 200_000})
  void everyWayToWriteALengthIsRead(int length) throws ProtocolException {
    String text = "x".repeat(length);
    byte[] frame = frame(0x81, text);
    for (int i = 0; i < 12; i++) {
      parser.feed(frame, i, i + 1, 0);
    }
    parser.feed(frame, 12, frame.length, 0);
    assertEquals(List.of(text), heard);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x80, 0x82, 0xC1, 0x09, 0x8B})
  void framesOutOfPlaceAreRefused(int first) {
    byte[] frame = frame(first, "x");
    assertThrows(ProtocolException.class, () -> parser.feed(frame, 0, frame.length, 0));
  }

  @Test
  void aServerMustNotMask() {
    byte[] masked = {(byte) 0x81, (byte) 0x81, 1, 2, 3, 4, 5};
    assertThrows(ProtocolException.class, () -> parser.feed(masked, 0, masked.length, 0));
  }

  private static byte[] frame(int first, String text) {
    byte[] payload = text.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(first);
    if (payload.length < 126) {
      out.write(payload.length);
    } else {
      int bytes = payload.length < 65_536 ? 2 : 8;
      out.write(bytes == 2 ? 126 : 127);
      for (int i = bytes - 1; i >= 0; i--) {
        out.write((int) ((long) payload.length >>> (8 * i)));
      }
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
