package io.github.aspoperator.soak.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.simulation.check.Checks;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.History;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge of a soak, shown a conversation with one thing wrong. */
final class JudgeTest {

  private final Conversation conversation = new Conversation(8);

  private List<String> judged() {
    Checks.ofAllThatWasSeen(conversation);
    return conversation.found;
  }

  private void isNamed(String... words) {
    List<String> found = judged();
    for (String word : words) {
      assertTrue(found.stream().anyMatch(one -> one.contains(word)), word + " in " + found);
    }
  }

  @Test
  void nothingIsWrongWhereEverybodyGotEverything() {
    assertEquals(List.of(), judged());
  }

  @Test
  void anAcknowledgedMessageThatIsNotKeptIsNamed() {
    History.Said last = conversation.history().said().getLast();
    conversation.commits.removeLast();
    isNamed("invariant 1: the message " + last.messageId() + " was acknowledged as 10");
  }

  @Test
  void twoArrivalsThatAreSwappedAreNamed() {
    Collections.swap(conversation.toBob(), 4, 5);
    isNamed("invariant 2", "@lab.bob #1 has got [1, 2, 3, 4, 6, 5, 7, 8, 9, 10]");
  }

  @Test
  void anArrivalThatIsMissingIsNamed() {
    conversation.toBob().remove(6);
    isNamed("invariant 1: [7] never came to @lab.bob", "invariant 2");
  }

  @Test
  void theLastArrivalThatIsMissingIsNamed() {
    conversation.toBob().removeLast();
    isNamed("invariant 1: [10] never came to @lab.bob");
  }

  @Test
  void oneKeyThatMadeTwoMessagesIsNamed() {
    conversation.repeatLast();
    isNamed("invariant 6: @lab.ann used key-7 twice");
  }

  @Test
  void aReadingThatLacksSomethingIsNamed() {
    conversation
        .history()
        .looked()
        .add(
            new History.Looked(
                Conversation.BOB, conversation.session, List.of(1L, 2L, 4L), 2, Long.MAX_VALUE));
    isNamed("invariant 4: @lab.bob reads [1, 2, 4]");
  }

  @Test
  void aConnectionMayBeToldSomeAnewAndThenGoesOn() {
    bobComesAgain(6, 5, 6, 7, 8, 9, 10);
    assertEquals(List.of(), judged());
  }

  @Test
  void aConnectionThatBeginsBehindWhatWasNeverToldIsNamed() {
    bobComesAgain(6, 8, 9, 10);
    isNamed("@lab.bob #2 has got [8, 9, 10] behind [1, 2, 3, 4, 5, 6]");
  }

  @Test
  void aConnectionThatLeavesSomethingOutWhenItGoesOnIsNamed() {
    bobComesAgain(6, 5, 6, 8, 9, 10);
    isNamed("@lab.bob #2 has got [5, 6, 8, 9, 10]", "invariant 1: [7] never came to @lab.bob");
  }

  @Test
  void whatAnotherConnectionHasNotYetReadIsNotMissing() {
    // both are open, and the second is read first
    List<Arrival> second = new ArrayList<>();
    for (long sequence = 8; sequence <= 10; sequence++) {
      second.add(conversation.arrival(sequence, sequence - 4));
    }
    List<Arrival> first = conversation.toBob();
    for (int i = 3; i < first.size(); i++) {
      first.set(i, conversation.arrival(i + 1L, i + 10L));
    }
    bobsSecond(second);
    assertEquals(List.of(), judged());
  }

  /** The first connection got so many; then came a second, over which came {@code sequences}. */
  private void bobComesAgain(int got, long... sequences) {
    List<Arrival> first = conversation.toBob();
    first.subList(got, first.size()).clear();
    List<Arrival> second = new ArrayList<>();
    for (long sequence : sequences) {
      second.add(conversation.arrival(sequence, 100 + second.size()));
    }
    bobsSecond(second);
  }

  private void bobsSecond(List<Arrival> arrivals) {
    conversation
        .connections
        .getOrDefault(Conversation.BOB, new ArrayList<>())
        .add(new Conversation.Connection("@lab.bob #2", arrivals));
  }
}
