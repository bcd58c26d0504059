package io.github.aspoperator.delivery;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.delivery.Handouts.Handout;
import io.github.aspoperator.identity.Ulid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was handed out since some moment is known however often somebody lagged in between. */
final class HandoutsTest {

  private static final long SPAN = 1_600_000;
  private static final long FRACTION = SPAN / Handouts.MOST;
  private static final long NOW = 1_800_000_000_000L;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void nothingThatIsRecentIsForgottenAndLittleThatIsNotIsKept(long seed) {
    Random random = new Random(seed);
    List<Handout> noted = new ArrayList<>();
    Handouts handouts = Handouts.NONE;
    long now = NOW;
    long mark = 0;
    for (int i = 0; i < 500; i++) {
      now += random.nextLong(i % 50 == 0 ? SPAN : FRACTION / (1 + random.nextInt(20)));
      mark += random.nextLong(5);
      Handout next = new Handout(Mark.at(mark), now);
      noted.add(next);
      handouts = handouts.and(next, SPAN);
      assertTrue(handouts.all().size() <= Handouts.MOST + 1, () -> "so many are kept");
      for (long moment = now - SPAN + 1; moment <= now; moment += 7_919) {
        Optional<Mark> kept = handouts.since(moment);
        assertTrue(kept.isPresent(), "something was handed out");
        Mark first = first(noted, moment);
        assertTrue(kept.get().compareTo(first) <= 0, "forgotten");
        assertTrue(kept.get().compareTo(first(noted, moment - FRACTION)) >= 0, "kept too long");
      }
    }
  }

  private static Mark first(List<Handout> noted, long moment) {
    return noted.stream().filter(one -> one.at() >= moment).findFirst().orElseThrow().from();
  }

  @Test
  void whatAReplayGaveIsNotForgottenWhereItsAgentLagsAgain() {
    Lag first = lag(Mark.at(3), 7).moved(Mark.at(8), NOW, SPAN).finished(NOW);
    Lag second = lag(Mark.at(8), 9).behind(first, SPAN);
    assertEquals(Optional.of(Mark.at(3)), second.handouts().since(NOW));
    Lag third = lag(Mark.at(9), 12).behind(second.moved(Mark.at(9), NOW + FRACTION, SPAN), SPAN);
    assertEquals(Optional.of(Mark.at(3)), third.handouts().since(NOW));
    assertEquals(Optional.of(Mark.at(8)), third.handouts().since(NOW + 1));
    assertEquals(Optional.empty(), third.handouts().since(NOW + FRACTION + 1));
  }

  @Test
  void whatWasNotMovedHandedNothingOut() {
    Lag lag = lag(Mark.at(3), 7);
    assertEquals(lag, lag.moved(Mark.at(3), NOW, SPAN));
  }

  @Test
  void oneOfALaterHeadTakesThePlaceOfAnother() {
    assertTrue(lag(Mark.at(9), 8).supersedes(lag(Mark.at(3), 7).finished(NOW)));
    assertFalse(lag(Mark.at(2), 6).supersedes(lag(Mark.at(3), 7)));
  }

  @ParameterizedTest
  @CsvSource({"4,1", "3,2", "3,0", "4,0"})
  void ofTwoOfTheSameHeadTheOneThatBeganEarlierStays(long through, long inRun) {
    Lag later = lag(new Mark(4, 2), 7);
    Lag earlier = lag(new Mark(through, inRun), 7);
    assertTrue(earlier.supersedes(later));
    assertFalse(later.supersedes(earlier));
    assertFalse(later.supersedes(later));
  }

  private static Lag lag(Mark mark, long headVersion) {
    return Lag.create(ANN, SESSION, 1, mark, new Ulid(0, headVersion), headVersion, Handouts.NONE);
  }
}
