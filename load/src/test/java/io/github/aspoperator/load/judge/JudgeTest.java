package io.github.aspoperator.load.judge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.load.event.AnswerReader;
import io.github.aspoperator.load.event.EventReader;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JudgeTest {
  private static final int ANN = 0;
  private static final int BOB = 1;
  private static final int EVE = 2;

  private final Ledger ledger = new Ledger(3);
  private int session;

  @BeforeEach
  void bothHaveTheInvitation() {
    arrives(ANN, "s", 1);
    arrives(BOB, "s", 1);
    session = ledger.join("s", ANN, BOB);
  }

  @Test
  void everythingOnceInOrderIsFine() {
    for (int sequence = 2; sequence < 10; sequence++) {
      accepted(sequence);
      arrives(ANN, "s", sequence);
      assertFalse(ledger.complete());
      arrives(BOB, "s", sequence);
      assertTrue(ledger.complete());
    }
    assertEquals(new Verdict(0, 0, 0, List.of()), Judge.of(ledger));
  }

  @Test
  void anEventThatOnlyOneGotIsLostOnce() {
    arrives(ANN, "s", 2, 3);
    arrives(BOB, "s", 3);
    assertFalse(ledger.complete());
    assertEquals(new Verdict(1, 0, 0, List.of()), Judge.of(ledger));
  }

  @Test
  void anAcceptedMessageThatNobodyGotIsLostTwice() {
    accepted(2);
    assertFalse(ledger.complete());
    assertEquals(new Verdict(2, 0, 0, List.of()), Judge.of(ledger));
  }

  @Test
  void anAcceptedMessageWithAnotherInItsPlaceIsLost() {
    accepted(2);
    arrives(ANN, "s", 2);
    ledger.arrived(BOB, message("s", 2, "msg_other"), bytes);
    assertEquals(new Verdict(1, 0, 0, List.of()), Judge.of(ledger));
  }

  @Test
  void aRepeatedEventIsRepeatedAndNotOutOfOrder() {
    arrives(ANN, "s", 2, 3, 2);
    arrives(BOB, "s", 2, 3, 3);
    assertEquals(new Verdict(0, 2, 0, List.of()), Judge.of(ledger));
  }

  @Test
  void swappedEventsAreOutOfOrderAndNotLost() {
    arrives(ANN, "s", 3, 2, 4);
    arrives(BOB, "s", 2, 3, 4);
    assertEquals(new Verdict(0, 0, 1, List.of()), Judge.of(ledger));
  }

  @Test
  void whoeverIsNotInTheSessionIsAStray() {
    arrives(EVE, "s", 1, 1);
    assertEquals(List.of(new Verdict.Stray(EVE, session, true, 2)), Judge.of(ledger).strays());
  }

  @Test
  void aSessionThatThisRunDidNotMakeIsLeftToBeAskedFor() {
    arrives(ANN, "older", 400);
    assertTrue(ledger.complete());
    assertEquals(List.of(new Verdict.Stray(ANN, session + 1, false, 1)), Judge.of(ledger).strays());
  }

  @Test
  void anExpectedEventThatNobodyGotIsLost() {
    ledger.expect(session, 2);
    assertEquals(2, Judge.of(ledger).lost());
  }

  @Test
  void whereNobodyListensNothingIsMissed() {
    arrives(EVE, "alone", 1);
    ledger.joinAlone("alone", EVE);
    assertEquals(new Verdict(0, 0, 0, List.of()), Judge.of(ledger));
  }

  private byte[] bytes = {};

  private void arrives(int agent, String id, int... sequences) {
    for (int sequence : sequences) {
      ledger.arrived(agent, message(id, sequence, "msg_" + sequence), bytes);
    }
  }

  private EventReader message(String id, int sequence, String message) {
    bytes =
        """
        {"type":"session.message","session_id":"%s","sequence":%s,"payload":{"id":"%s"}}\
        """
            .formatted(id, String.valueOf(sequence), message)
            .getBytes(UTF_8);
    EventReader event = new EventReader();
    assertTrue(event.read(bytes, 0, bytes.length));
    return event;
  }

  private void accepted(int sequence) {
    byte[] json =
        """
        {"message_id":"msg_%1$s","sequence":%1$s}\
        """
            .formatted(String.valueOf(sequence))
            .getBytes(UTF_8);
    AnswerReader answer = new AnswerReader();
    assertTrue(answer.read(json, 0, json.length));
    ledger.accepted(session, answer.sequence(), answer.mark());
  }
}
