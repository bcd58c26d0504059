package io.github.aspoperator.smallworld;

import org.junit.jupiter.api.Test;

/** Blocks and removals in every interleaving with whoever comes in: nobody slips through. */
final class TrustSmallWorldTest {

  private static final Check CHECK = new Check();

  @Test
  void aBlockIsWrittenWhileTheBlockedOneComesIn() {
    CHECK.holds(Worlds.blockedComesIn(), 50_000);
  }

  @Test
  void aBlockIsWrittenWhileTheBlockerComesIn() {
    CHECK.holds(Worlds.blockerComesIn(), 10_000);
  }

  @Test
  void anAgentIsRemovedWhileItComesIn() {
    CHECK.holds(Worlds.removedComesIn(), 5_000);
  }

  @Test
  void aBlockIsWrittenWhileADrainDiesThatNotedWhoIsOut() {
    CHECK.holds(Worlds.blockerComesAgainAndCrash(), 10_000);
  }
}
