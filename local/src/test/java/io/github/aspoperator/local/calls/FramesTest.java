package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawFrame;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client says on its socket: one thing is understood (protocol section 5). */
class FramesTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);
  private static final RawFrame PING = RawFrame.text("{\"type\":\"ping\"}");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static RawSocket open() {
    return RawSocket.open(OPERATOR.url(), new Cast(OPERATOR).get("alice"));
  }

  private static void assertPong(RawSocket socket) {
    assertEquals("{\"type\":\"pong\"}", socket.event().toString());
  }

  @Test
  void aPingIsAnsweredEachTime() {
    try (RawSocket socket = open()) {
      for (int i = 0; i < 3; i++) {
        assertPong(socket.send(PING));
      }
      assertPong(socket.send(RawFrame.text(" { \"type\" :\n\"ping\" } ")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ping",
        "{\"type\":\"pong\"}",
        "{\"type\":\"PING\"}",
        "{\"type\":\"ping\",\"id\":1}",
        "{\"type\":\"ping\"",
        "[{\"type\":\"ping\"}]",
        "{\"type\":\"session.message\",\"content\":\"x\"}",
        "\u00ff\u00fe",
        "\u00ed\u00a0\u0080",
        "\u0000"
      })
  void anythingElseIsIgnoredAndNothingIsClosed(String text) {
    try (RawSocket socket = open()) {
      socket.send(RawFrame.text(text)).send(RawFrame.of(0x82, text)).send(RawFrame.of(0x8a, text));
      assertPong(socket.send(PING));
    }
  }

  @Test
  void aMessageInPiecesClosesNothingAndAPingFrameMayComeBetween() {
    try (RawSocket socket = open()) {
      socket.send(RawFrame.of(0x01, "{\"type\":\""));
      socket.send(RawFrame.of(RawFrame.PING, "between"));
      socket.send(RawFrame.of(0x80, "nothing\"}"));
      assertEquals(RawFrame.PONG, socket.next().map(RawFrame::first).orElse(0));
      assertPong(socket.send(PING));
    }
  }

  @Test
  void aPingFrameIsAnsweredWithItsOwnBytes() {
    try (RawSocket socket = open()) {
      for (String payload : new String[] {"", "x", "\u0000\u00ff", "y".repeat(125)}) {
        Optional<RawFrame> pong = socket.send(RawFrame.of(RawFrame.PING, payload)).next();
        assertEquals(RawFrame.PONG, pong.orElseThrow().first());
        assertEquals(payload, pong.orElseThrow().payload());
      }
    }
  }

  @Test
  void aFrameAboveThirtyTwoKilobytesCloses() {
    String most = "x".repeat(32 * 1024);
    try (RawSocket socket = open()) {
      assertPong(socket.send(RawFrame.text(most)).send(RawFrame.of(0x82, most)).send(PING));
      assertEquals(1009, socket.send(RawFrame.text(most + "x")).awaitClose());
    }
    try (RawSocket socket = open()) {
      assertEquals(1009, socket.send(RawFrame.of(0x82, most + "x")).awaitClose());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001, 3000, 4999})
  void aCloseIsAnswered(int code) {
    try (RawSocket socket = open()) {
      assertEquals(code, socket.send(RawFrame.close(code)).awaitClose());
    }
  }

  @Test
  void eventsGoOnBesideWhatIsIgnored() {
    Cast cast = new Cast(OPERATOR);
    TestAgent alice = cast.get("alice");
    try (RawSocket socket = RawSocket.open(OPERATOR.url(), alice)) {
      String session = alice.open();
      for (int i = 1; i <= 20; i++) {
        socket.send(RawFrame.text("noise"));
        assertEquals(i, alice.say(session, "x"));
        assertEquals(i, socket.event().path("sequence").asInt());
      }
    }
  }

  @Test
  void theLargestMessageComesInOneFrameToWhoIsThereAndToWhoComesLater() {
    Cast cast = new Cast(OPERATOR);
    TestAgent alice = cast.get("alice");
    TestAgent bob = cast.get("bob");
    String most = "x".repeat(96 * 1024 - 2);
    try (RawSocket socket = RawSocket.open(OPERATOR.url(), alice)) {
      String session = alice.open(bob);
      bob.join(session);
      long said = alice.say(session, most);
      assertEquals(1, socket.event().path("sequence").asLong());
      assertEquals(2, socket.event().path("sequence").asLong());
      assertEquals(most, socket.event().path("payload").path("content").asText());
      try (Stream atBob = bob.connect()) {
        atBob.await(session, said);
      }
    }
  }
}
