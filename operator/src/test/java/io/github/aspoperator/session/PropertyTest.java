package io.github.aspoperator.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A property that is false must be caught, and told in short. */
final class PropertyTest {

  @Test
  void aFailureNamesTheSeedAndWhatIsLeftOfThePlan() {
    String told =
        assertThrows(
                AssertionError.class, () -> Property.holds(1_000, PropertyTest::nobodyEverReopens))
            .toString();
    assertTrue(told.contains("-Dtest.seed="), told);
    assertTrue(told.contains("Reopen["), told);
  }

  @Test
  void aPlanIsShrunkUntilNothingCanBeLeftOut() {
    Plan failing =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Plan.draw(new Random(i)))
            .filter(plan -> plan.moves().size() > 40 && !plan.create().endAfterSend())
            .filter(plan -> reopens(History.of(plan)))
            .findFirst()
            .orElseThrow();
    Plan small = Property.shrink(failing, PropertyTest::nobodyEverReopens);
    assertTrue(reopens(History.of(small)));
    assertEquals(2, small.moves().size(), small::toString);
  }

  private static void nobodyEverReopens(History history) {
    assertFalse(reopens(history));
  }

  private static boolean reopens(History history) {
    return history.events().stream().anyMatch(e -> e.payload() instanceof Payload.Reopened);
  }
}
