package io.github.aspoperator.smallworld;

import io.github.aspoperator.presence.Attend;
import io.github.aspoperator.presence.Connect;
import io.github.aspoperator.presence.Drop;
import io.github.aspoperator.presence.Grace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Presence in every interleaving: no grace runs out early, no expiry is missed, no session shows
 * somebody as disconnected who is online, and nothing that a dead token opened stays open.
 */
final class PresenceSmallWorldTest {

  private static final Check CHECK = new Check();

  @AfterAll
  static void everyStepRan() {
    CHECK.ranEveryStepOf(Connect.class, 7, "Connect.EnqueueReplay");
    CHECK.ranEveryStepOf(Drop.class, 7, "Drop.EnqueueReplay");
    CHECK.ranEveryStepOf(Grace.class, 7);
    CHECK.ranEveryStepOf(Attend.class, 7, "Attend.EnqueueRest");
  }

  @Test
  void anAgentGoesAndReturnsAndACallDies() {
    CHECK.holds(Worlds.goesAndReturns(), 50_000);
  }

  @Test
  void anAgentGoesAndReturnsWithoutGraceAndAJobDies() {
    CHECK.holds(Worlds.goesWithoutGrace(), 100_000);
  }

  @Test
  void aGraceRunsOutAndAJobDies() {
    CHECK.holds(Worlds.graceDies(), 500);
  }

  @Test
  void anAgentJoinsWhileItGoesAndReturns() {
    CHECK.holds(Worlds.goesWhileJoining(), 80_000);
  }

  @Test
  void anAgentJoinsBesideTalkWhileItGoes() {
    CHECK.holds(Worlds.goesWhileJoiningBesideTalk(), 50_000);
  }

  @Test
  void anAgentGoesAndReturnsWhileThePeerSpeaks() {
    CHECK.holds(Worlds.goesWhilePeerSpeaks(), 1_000);
  }

  @Test
  void aTokenIsReplacedWhileConnectionsComeAndGo() {
    CHECK.holds(Worlds.tokenReplaced(), 5_000);
  }
}
