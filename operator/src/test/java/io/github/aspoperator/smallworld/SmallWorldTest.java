package io.github.aspoperator.smallworld;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interleaving of small worlds, on the production steps: nothing is lost, swapped, repeated
 * without a fault, shown to whom it is not for, or left undone. Names of worlds say what happens in
 * them.
 */
final class SmallWorldTest {

  static Stream<Setting> worlds() {
    return Stream.of(
        Worlds.comesAndGoes(),
        Worlds.inviteeJoins(),
        Worlds.oneCrash(),
        Worlds.longRun(),
        Worlds.smallPages(),
        Worlds.smallPagesOfLongRun(),
        Worlds.rejoins(),
        Worlds.rejoinsWithLongRun(),
        Worlds.reopened(),
        Worlds.reopens(),
        Worlds.beside(),
        Worlds.inviteeBeside(),
        Worlds.unclean(),
        Worlds.lost(),
        Worlds.swallows(),
        Worlds.stuck(),
        Worlds.notYet(),
        Worlds.notYoung(),
        Worlds.otherCatchesUp(),
        Worlds.otherCatchesUpAndCrash(),
        Worlds.startsBehind(),
        Worlds.twoDrains(),
        Worlds.twoDrainsAndCrash(),
        Worlds.twoDrainsOfInvitee(),
        Worlds.goesAndReturns(),
        Worlds.goesWithoutGrace(),
        Worlds.goesWhileJoining(),
        Worlds.tokenReplaced(),
        Worlds.blockedComesIn(),
        Worlds.blockerComesIn());
  }

  @ParameterizedTest
  @MethodSource("worlds")
  void everyInterleavingKeepsItsPromises(Setting world) {
    Found found = Explorer.explore(world);
    System.out.println(found.report());
    assertTrue(found.wrong().isEmpty(), found::report);
    assertTrue(found.states() > 1, "nothing was explored");
  }
}
