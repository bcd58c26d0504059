package io.github.aspoperator.smallworld;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What must not happen is found when it does: ports that break their contract turn worlds red. */
final class BreachTest {

  @Test
  void theVersionOfTheHeadIsIgnored() {
    isFound(Worlds.rejoinsWithLongRun().breaking(Breach.HEAD_VERSION));
  }

  @Test
  void theSequenceOfTheHeadIsIgnored() {
    isFound(Worlds.rejoinsWithLongRun().breaking(Breach.HEAD_SEQUENCE));
  }

  @Test
  void theGenerationOfALagItemIsIgnored() {
    isFound(Worlds.rejoinsWithLongRun().breaking(Breach.LAG_GENERATION));
  }

  @Test
  void theVersionOfThePresenceItemIsIgnored() {
    isFound(Worlds.goesAndReturns().breaking(Breach.PRESENCE_VERSION));
  }

  @Test
  void aTimerRunsBeforeItsSenderHasWritten() {
    isFound(Worlds.goesAndReturns().breaking(Breach.TIMER_TOO_EARLY));
  }

  @Test
  void jobsAreLost() {
    isFound(Worlds.rejoinsWithLongRun().breaking(Breach.JOB_LOST));
  }

  private static void isFound(Setting setting) {
    Found found = Explorer.explore(setting);
    assertTrue(found.wrong().isPresent(), found::report);
    System.out.println(found.report());
  }
}
