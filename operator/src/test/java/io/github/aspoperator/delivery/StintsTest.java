package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stretches of the log that an agent saw as joined: here 3 to 5, and from 9 on. */
final class StintsTest {

  private static final Stints STINTS =
      new Stints(List.of(Stint.NONE, Stint.since(3).until(5), Stint.since(9)));

  @ParameterizedTest
  @CsvSource({"1, 0", "3, 0", "4, 3", "5, 4", "6, 5", "9, 5", "10, 9", "100, 99"})
  void justBeforeAnEventThatMuchWasSeen(long event, long seen) {
    assertEquals(seen, STINTS.seenBefore(event));
  }

  @ParameterizedTest
  @CsvSource({"0, 2, -1", "0, 3, 3", "2, 20, 3", "3, 8, -1", "3, 9, 9", "9, 20, -1"})
  void theFirstBecomingJoinedAfterOneAndUpToAnother(long after, long through, long from) {
    Optional<Long> first = STINTS.firstAfter(after, through).map(Stint::from);
    assertEquals(from < 0 ? Optional.empty() : Optional.of(from), first);
  }

  @Test
  void theCreatorNeverBecomesJoinedSinceItAlwaysWas() {
    Stints creator = Stints.of(Stint.since(0));
    assertEquals(Optional.empty(), creator.firstAfter(0, 10));
    assertEquals(7, creator.seenBefore(8));
  }

  @Test
  void whoNeverJoinedSawNothing() {
    assertEquals(0, Stints.of(Stint.NONE).seenBefore(8));
    assertEquals(Optional.empty(), Stints.of(Stint.NONE).firstAfter(0, 8));
  }
}
