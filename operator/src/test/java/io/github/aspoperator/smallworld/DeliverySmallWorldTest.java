package io.github.aspoperator.smallworld;

import io.github.aspoperator.delivery.Drain;
import io.github.aspoperator.delivery.Replay;
import io.github.aspoperator.delivery.Stretch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Invariants 1 to 4 and 8: no loss, no swap, no repeat without a fault, nothing ineligible, no
 * stuck laggard, in every interleaving of drain, replay, connect and disconnect.
 */
final class DeliverySmallWorldTest {

  private static final Check CHECK = new Check();

  @AfterAll
  static void everyStepRan() {
    CHECK.ranEveryStepOf(Drain.class, 26);
    CHECK.ranEveryStepOf(Replay.class, 26, "Replay.ReadLater");
    CHECK.ranEveryStepOf(Stretch.class, 26);
  }

  @Test
  void aJoinedAgentComesAndGoes() {
    CHECK.holds(Worlds.comesAndGoes(), 90_000);
  }

  @Test
  void anInviteeJoinsAtAnyTime() {
    CHECK.holds(Worlds.inviteeJoins(), 150_000);
  }

  @Test
  void anInviteeJoinsAndADrainOrAReplayDies() {
    CHECK.holds(Worlds.oneCrash(), 750_000);
  }

  @Test
  void aRunIsTooLongForTheDrain() {
    CHECK.holds(Worlds.longRun(), 40_000);
  }

  @Test
  void pagesAndSlicesAreSmall() {
    CHECK.holds(Worlds.smallPages(), 50_000);
  }

  @Test
  void aLongRunGoesInSmallPagesAndSlices() {
    CHECK.holds(Worlds.smallPagesOfLongRun(), 50_000);
  }

  @Test
  void anAgentThatLeftIsInvitedAndJoinsAgain() {
    CHECK.holds(Worlds.rejoins(), 100_000);
  }

  @Test
  void anAgentThatLeftJoinsAgainByALongRun() {
    CHECK.holds(Worlds.rejoinsWithLongRun(), 15_000);
  }

  @Test
  void aSessionIsReopenedByThePeer() {
    CHECK.holds(Worlds.reopened(), 50_000);
  }

  @Test
  void aSessionIsReopenedByTheAgent() {
    CHECK.holds(Worlds.reopens(), 50_000);
  }

  @Test
  void aConnectionIsOpenedBesideAnother() {
    CHECK.holds(Worlds.beside(), 90_000);
  }

  @Test
  void aConnectionIsOpenedBesideAnotherWhileABellNamesNoCommit() {
    CHECK.holds(Worlds.behindBeside(), 4_000);
  }

  @Test
  void anInviteeOpensAConnectionBesideAnother() {
    CHECK.holds(Worlds.inviteeBeside(), 120_000);
  }

  @Test
  void anInviteeJoinsWhileAConnectionIsToldAndAReplayDies() {
    CHECK.holds(Worlds.joinsWhileToldAgain(), 3_000);
  }

  @Test
  void aConnectionIsClosedBySomebodyElse() {
    CHECK.holds(Worlds.unclean(), 40_000);
  }

  @Test
  void aConnectionGoesAndNobodySaysSo() {
    CHECK.holds(Worlds.lost(), 40_000);
  }

  @Test
  void aConnectionSwallowsWhatItIsGiven() {
    CHECK.holds(Worlds.swallows(), 90_000);
  }

  @Test
  void somethingIsHandedOverLongAfterItWasSaid() {
    CHECK.holds(Worlds.late(), 500_000);
  }

  @Test
  void somethingIsHandedOverLateToConnectionsThatAreNotOpenYet() {
    CHECK.holds(Worlds.lateAndNotYet(), 50_000);
  }

  @Test
  void aConnectionTakesNoMore() {
    CHECK.holds(Worlds.stuck(), 90_000);
  }

  @Test
  void aConnectionIsNotYetOpen() {
    CHECK.holds(Worlds.notYet(), 50_000);
  }

  @Test
  void aConnectionIsGoneAndNotYoungAnyMore() {
    CHECK.holds(Worlds.notYoung(), 40_000);
  }

  @Test
  void aConnectionWhoseConnectDiedKeepsAnotherWaiting() {
    CHECK.holds(Worlds.keepsAnotherWaiting(), 50_000);
  }

  @Test
  void twoBecomingsJoinedAreOwedAtOnce() {
    CHECK.holds(Worlds.joinsTwiceWhileAway(), 20_000);
  }

  @Test
  void somebodyElseCatchesUpMeanwhile() {
    CHECK.holds(Worlds.otherCatchesUp(), 300_000);
  }

  @Test
  void somebodyElseCatchesUpAndADrainOrAReplayDies() {
    CHECK.holds(Worlds.otherCatchesUpAndCrash(), 200_000);
  }

  @Test
  void aConnectionSwallowsPartOfARun() {
    CHECK.holds(Worlds.swallowsRun(), 120_000);
  }

  @Test
  void aConnectionSwallowsWhatAReplayBroughtAlthoughItIsOld() {
    CHECK.holds(Worlds.swallowsWhatIsOld(), 30_000);
  }

  @Test
  void aStartFindsTheLogAheadOfTheHead() {
    CHECK.holds(Worlds.startsBehind(), 100_000);
  }

  @Test
  void twoDrainsWorkAtOnceWhileAConnectionIsOpenedBesideAnother() {
    CHECK.holds(Worlds.twoDrainsBesideAnother(), 100_000);
  }

  @Test
  void twoDrainsWorkAtOnceAndOneDies() {
    CHECK.holds(Worlds.twoDrainsAndCrash(), 80_000);
  }

  @Test
  void twoDrainsWorkAtOnceWhileAConnectedInviteeJoins() {
    CHECK.holds(Worlds.twoDrainsOfConnectedInvitee(), 1_500);
  }

  @Test
  void twoDrainsWorkAtOnceWhileALateInviteeJoins() {
    CHECK.holds(Worlds.twoDrainsOfLateInvitee(), 120);
  }

  @Test
  void twoDrainsWorkAtOnceWhileAnInviteeJoinsAndOneDies() {
    CHECK.holds(Worlds.twoDrainsOfInvitee(), 140_000);
  }
}
