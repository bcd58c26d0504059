package io.github.aspoperator.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The one presence item of an agent (section 5). */
final class PresenceTest {

  private static final ConnectionId A = new ConnectionId("a");
  private static final ConnectionId B = new ConnectionId("b");
  private static final ConnectionId C = new ConnectionId("c");
  private static final TokenHash TOKEN = new TokenHash("00");
  private static final DropId DROP = new DropId(new Ulid(0, 1));
  private static final DropId LATER = new DropId(new Ulid(0, 2));

  private static final Presence ONLINE = Presence.NEVER.connect(A, 5, TOKEN);
  private static final Presence TWICE = ONLINE.connect(B, 6, TOKEN);
  private static final Presence CLEAN = ONLINE.drop(A, DROP, true);
  private static final Presence UNCLEAN = ONLINE.drop(A, DROP, false);

  @Test
  void aConnectionAloneAfterACleanCloseIsReadyAtOnce() {
    assertTrue(ONLINE.allReady());
    assertTrue(CLEAN.connect(B, 7, TOKEN).allReady());
  }

  @Test
  void oneBesideAnotherOrAfterAnUncleanDropIsOwedAStretch() {
    assertFalse(TWICE.find(B).orElseThrow().ready());
    assertTrue(TWICE.find(A).orElseThrow().ready());
    assertFalse(UNCLEAN.connect(B, 7, TOKEN).allReady());
  }

  @Test
  void whatAnUncleanDropMayHaveSwallowedIsOwedUntilAConnectionWasTold() {
    Presence back = UNCLEAN.connect(A, 7, TOKEN);
    assertFalse(back.drop(A, LATER, true).connect(B, 8, TOKEN).allReady());
    Presence told = back.told(A);
    assertTrue(told.drop(A, LATER, true).connect(B, 8, TOKEN).allReady());
  }

  @Test
  void whoWasOnlyBesideAnotherLeavesNothingToTell() {
    Presence gone = TWICE.drop(A, DROP, true).drop(B, LATER, true);
    assertTrue(gone.connect(A, 8, TOKEN).allReady());
  }

  @Test
  void onlyTheLastConnectionTakesTheAgentOfflineIntoANewEpoch() {
    assertFalse(TWICE.isLast(A));
    Presence one = TWICE.drop(A, DROP, false);
    assertTrue(one.isOnline());
    assertEquals(0, one.epoch());
    assertEquals(Optional.empty(), one.drop());
    assertTrue(one.isLast(B));
    Presence none = one.drop(B, LATER, true);
    assertFalse(none.isOnline());
    assertEquals(1, none.epoch());
    assertEquals(Optional.of(LATER), none.drop());
  }

  @Test
  void comingBackEndsTheDropAndKeepsTheEpoch() {
    Presence back = CLEAN.connect(B, 7, TOKEN);
    assertEquals(1, back.epoch());
    assertEquals(Optional.empty(), back.drop());
  }

  @Test
  void graceRunsOutForThePresentEpochOnly() {
    Presence expired = CLEAN.expire();
    assertEquals(1, expired.expiredThrough());
    Presence again = expired.connect(B, 7, TOKEN).drop(B, LATER, true);
    assertEquals(2, again.epoch());
    assertEquals(1, again.expiredThrough());
  }

  @Test
  void readinessIsOfOneConnectionAndMayBeTakenBack() {
    Presence ready = TWICE.told(B);
    assertTrue(ready.allReady());
    Presence again = ready.missed(A, 8);
    assertFalse(again.find(A).orElseThrow().ready());
    assertTrue(again.find(B).orElseThrow().ready());
    assertEquals(TWICE.find(B).orElseThrow().openedAt(), ready.find(B).orElseThrow().openedAt());
  }

  @Test
  void whatAnUncleanDropSwallowedBesideOneThatWasNotToldIsLeftToTheNext() {
    // A is ready, B opened beside it is not
    Presence beside = TWICE.drop(A, DROP, false);
    assertFalse(beside.drop(B, LATER, true).connect(A, 9, TOKEN).allReady());
    assertTrue(beside.told(B).drop(B, LATER, true).connect(A, 9, TOKEN).allReady());
  }

  @Test
  void aConnectionIsOwedAStretchFromWhenItWasOpened() {
    assertEquals(OptionalLong.of(6), owed(TWICE, B));
    assertEquals(OptionalLong.of(7), owed(UNCLEAN.connect(B, 7, TOKEN), B));
    assertEquals(OptionalLong.of(8), owed(TWICE.told(B).missed(B, 8), B));
  }

  @Test
  void whereConnectionsEndUntoldTheNextIsOwedSinceTheFirstOfThem() {
    Presence first = UNCLEAN.connect(A, 100, TOKEN).drop(A, DROP, false);
    Presence second = first.connect(A, 90_000, TOKEN).drop(A, LATER, true);
    assertEquals(OptionalLong.of(100), owed(second.connect(B, 180_000, TOKEN), B));
  }

  @Test
  void alsoBesideOneThatMayBeDeadWithoutAnybodysNotice() {
    Presence alone = TWICE.drop(B, DROP, true);
    assertEquals(OptionalLong.of(6), owed(alone.connect(C, 90_000, TOKEN), C));
    Presence three = TWICE.connect(C, 9, TOKEN).drop(B, DROP, false);
    assertEquals(OptionalLong.of(6), owed(three, C), "it waits beside, and is owed it now");
    assertEquals(OptionalLong.empty(), owed(three, A), "it was told all along");
  }

  @Test
  void whoIsToldPaysForAllThatWereNot() {
    Presence told = TWICE.drop(B, DROP, false).connect(C, 50, TOKEN).told(C);
    assertEquals(OptionalLong.of(90), owed(told.connect(B, 90, TOKEN), B));
  }

  @Test
  void aCleanCloseOfWhoWasToldAllForgetsWhoWasNot() {
    Presence gone = TWICE.drop(B, DROP, true).drop(A, LATER, true);
    Presence later = gone.connect(A, 50, TOKEN).connect(B, 60, TOKEN);
    assertEquals(OptionalLong.of(60), owed(later, B));
  }

  @Test
  void nothingIsOwedForLongerThanTenMinutes() {
    Presence beside = TWICE.drop(B, DROP, true);
    assertEquals(OptionalLong.of(7), owed(beside.connect(C, 600_007, TOKEN), C));
  }

  private static OptionalLong owed(Presence presence, ConnectionId id) {
    return presence.find(id).orElseThrow().owed();
  }

  @Test
  void everyChangeRaisesTheVersionByOne() {
    assertEquals(1, ONLINE.version());
    assertEquals(2, TWICE.version());
    assertEquals(2, CLEAN.version());
    assertEquals(3, CLEAN.expire().version());
    assertEquals(3, TWICE.told(B).version());
  }
}
