package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawFrame;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A connection beside another, or after one that died, is told the last events again, alone; one
 * that comes after a clean close is told what was missed and nothing else (protocol section 5).
 */
class StretchTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.FILES);
  private static final TestOperator FORGETFUL = TestOperator.start(Setting.MEMORY.stretch(1));

  @AfterAll
  static void stop() {
    OPERATOR.close();
    FORGETFUL.close();
  }

  @Test
  void aSecondConnectionGetsTheLastEventsAndTheFirstGetsNothingTwice() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    try (Stream first = alice.connect()) {
      String session = alice.open();
      first.await(session, say(alice, session, 3));
      try (Stream second = alice.connect()) {
        second.await(session, 3);
        long live = alice.say(session, "live");
        second.await(session, live);
        first.await(session, live);
        assertEquals(List.of(1L, 2L, 3L, 4L), second.sequences(session));
        assertEquals(List.of(1L, 2L, 3L, 4L), first.sequences(session));
      }
    }
  }

  @Test
  void afterAnUncleanCutTheLastEventsComeAgain() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String session;
    try (Stream first = alice.connect()) {
      session = alice.open();
      first.await(session, say(alice, session, 2));
      first.cut();
    }
    awaitNoConnection(alice);
    long missed = alice.say(session, "missed");
    try (Stream again = alice.connect()) {
      again.await(session, missed);
      long live = alice.say(session, "live");
      again.await(session, live);
      assertEquals(List.of(1L, 2L, missed, live), again.sequences(session));
    }
  }

  @Test
  void afterAnUncleanCutWhatWasSaidInASessionThatItLeftOrThatEndedComesAgainToo() {
    Cast cast = new Cast(OPERATOR);
    TestAgent alice = cast.get("alice");
    TestAgent bob = cast.get("bob");
    String left;
    String ended;
    try (Stream first = bob.connect()) {
      left = alice.open(bob);
      bob.join(left);
      ended = alice.open(bob);
      bob.join(ended);
      first.await(left, say(alice, left, 2));
      first.await(ended, say(alice, ended, 2));
      first.cut();
    }
    awaitNoConnection(bob);
    assertEquals(200, bob.post("/sessions/" + left + "/leave", "").status());
    assertEquals(200, alice.post("/sessions/" + ended + "/end", "").status());
    try (Stream again = bob.connect()) {
      again.await(left, 5);
      again.await(ended, 5);
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L), again.sequences(left));
      assertEquals(List.of(1L, 2L, 3L, 4L, 5L), again.sequences(ended));
    }
  }

  @Test
  void afterACleanCloseNothingIsRepeated() {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String session;
    try (Stream first = alice.connect()) {
      session = alice.open();
      first.await(session, say(alice, session, 2));
      first.closeCleanly();
    }
    long missed = alice.say(session, "missed");
    try (Stream again = alice.connect()) {
      again.await(session, missed);
      assertEquals(List.of(missed), again.sequences(session));
      again.closeCleanly();
    }
    try (Stream third = alice.connect()) {
      String other = alice.open();
      third.await(other, alice.say(other, "x"));
      assertEquals(List.of(), third.sequences(session));
    }
  }

  /** Clean is what the client closes with 1000 or 1001, and nothing else. */
  @ParameterizedTest
  @CsvSource({"1000, false", "1001, false", "1003, true", "1011, true", "3000, true", "4000, true"})
  void whatIsRepeatedGoesByTheCodeOfTheClose(int code, boolean repeated) {
    TestAgent alice = new Cast(OPERATOR).get("alice");
    String session = alice.open();
    try (RawSocket first = RawSocket.open(OPERATOR.url(), alice)) {
      alice.say(session, "x");
      assertEquals(1, first.event().path("sequence").asLong());
      assertEquals(code, first.send(RawFrame.close(code)).awaitClose());
    }
    try (Stream again = alice.connect()) {
      again.await(session, alice.say(session, "live"));
      assertEquals(repeated ? List.of(1L, 2L) : List.of(2L), again.sequences(session));
    }
  }

  @Test
  void whatIsOlderThanTheStretchIsNotToldAgain() {
    TestAgent alice = new Cast(FORGETFUL).get("alice");
    try (Stream first = alice.connect()) {
      String session = alice.open();
      first.await(session, say(alice, session, 3));
      try (Stream second = alice.connect()) {
        long live = alice.say(session, "live");
        second.await(session, live);
        first.await(session, live);
        assertEquals(live, second.sequences(session).getLast());
        assertEquals(List.of(1L, 2L, 3L, live), first.sequences(session));
      }
    }
  }

  private static long say(TestAgent agent, String session, int messages) {
    for (int i = 0; i < messages; i++) {
      agent.say(session, "x");
    }
    return messages;
  }

  /** The operator has noticed that nobody is there. */
  private static void awaitNoConnection(TestAgent agent) {
    Handle handle = Handle.of(agent.handle());
    Await.equal(false, () -> OPERATOR.ports().presences().read(handle).isOnline());
  }
}
