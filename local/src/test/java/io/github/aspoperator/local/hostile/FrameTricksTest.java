package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.RawFrame;
import io.github.aspoperator.local.client.RawSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Frames that break the rules of WebSocket end the connection by these rules; all others are
 * ignored. Nothing else comes of either.
 */
class FrameTricksTest {

  private static final TestOperator OPERATOR =
      TestOperator.start(Setting.MEMORY.windows(60_000, OptionalLong.empty()));
  private static final Witness WITNESS = new Witness(OPERATOR);
  private static final RawFrame PING = RawFrame.text("{\"type\":\"ping\"}");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** A frame, or several, and what comes of it: a close code, or {@code ignored}. */
  private static Map<String, RawFrame[]> frames() {
    Map<String, RawFrame[]> table = new LinkedHashMap<>();
    table.put("1002 unmasked", one(new RawFrame(0x81, false, 1, "x")));
    table.put("1002 unmasked ping", one(new RawFrame(RawFrame.PING, false, 0, "")));
    for (int bits : new int[] {0xc1, 0xa1, 0x91, 0xf1, 0xc9}) {
      table.put("1002 reserved bit " + Integer.toHexString(bits), one(RawFrame.of(bits, "x")));
    }
    for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
      table.put("1002 opcode " + opcode, one(RawFrame.of(0x80 | opcode, "x")));
    }
    table.put("1002 ping in pieces", one(RawFrame.of(0x09, "x")));
    table.put("1002 close in pieces", one(RawFrame.of(0x08, "")));
    table.put("1002 long ping", one(RawFrame.of(RawFrame.PING, "x".repeat(126))));
    table.put("1002 long pong", one(RawFrame.of(RawFrame.PONG, "x".repeat(200))));
    table.put("1002 close with half a code", one(RawFrame.of(RawFrame.CLOSE, "x")));
    for (int code : new int[] {0, 999, 1004, 1005, 1006, 1015, 65_535}) {
      table.put("1002 close with " + code, one(RawFrame.close(code)));
    }
    table.put("1002 nothing to continue", one(RawFrame.of(0x80, "x")));
    table.put(
        "1002 a message inside another",
        new RawFrame[] {RawFrame.of(0x01, "x"), RawFrame.of(0x81, "x")});
    table.put("1009 two gigabytes declared", one(new RawFrame(0x82, true, 1L << 31, "x")));
    table.put("1009 endless", one(new RawFrame(0x82, true, Long.MAX_VALUE, "x")));
    table.put("1009 just too long", one(RawFrame.of(0x82, "x".repeat(32 * 1024 + 1))));
    table.put("1009 longer than any", one(new RawFrame(0x82, true, 128_001, "x")));
    table.put("ignored not UTF-8", one(RawFrame.text("\u00c3(\u00ff")));
    table.put("ignored half a character", one(RawFrame.text("\u00e2\u0082")));
    table.put("ignored unasked pong", one(RawFrame.of(RawFrame.PONG, "x")));
    table.put("ignored empty", one(RawFrame.of(0x82, "")));
    table.put(
        "ignored pieces",
        new RawFrame[] {
          RawFrame.of(0x01, "x"),
          RawFrame.of(0x00, ""),
          RawFrame.of(0x00, "y".repeat(32_000)),
          RawFrame.of(0x00, "y".repeat(32_000)),
          RawFrame.of(0x80, "z")
        });
    return table;
  }

  private static RawFrame[] one(RawFrame frame) {
    return new RawFrame[] {frame};
  }

  @Test
  void eachEndsTheConnectionByTheRulesOrIsIgnored() {
    frames()
        .forEach((expected, frames) -> {
          try (RawSocket socket = RawSocket.open(OPERATOR.url(), WITNESS.alice())) {
            for (RawFrame frame : frames) {
              socket.send(frame);
            }
            String end = end(socket.send(PING));
            assertEquals(expected, end + expected.substring(expected.indexOf(' ')));
          }
        });
    Await.equal(false, WITNESS::isOnline);
    WITNESS.assertUntouched();
  }

  /** The code with which it is closed, or {@code ignored} when a ping is answered. */
  private static String end(RawSocket socket) {
    Optional<RawFrame> frame = socket.next();
    while (frame.isPresent()) {
      if (frame.get().is(RawFrame.CLOSE)) {
        return "" + frame.get().code();
      }
      if (frame.get().payload().equals("{\"type\":\"pong\"}")) {
        return "ignored";
      }
      frame = socket.next();
    }
    return "1006";
  }

  @Test
  void aNegativeLengthEndsTheConnection() {
    byte[] frame = RawFrame.of(0x82, "x".repeat(200)).bytes();
    frame[1] = (byte) 0xff;
    frame[2] = (byte) 0xff;
    try (RawSocket socket = RawSocket.open(OPERATOR.url(), WITNESS.alice()).send(frame)) {
      int code = socket.awaitClose();
      assertEquals(true, code == 1002 || code == 1009, "" + code);
    }
  }
}
