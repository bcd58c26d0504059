package io.github.aspoperator.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.identity.Ulid;
import java.util.List;
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
  private static final Presence CLEAN = ONLINE.drop(A, DROP, true, 8);
  private static final Presence UNCLEAN = ONLINE.drop(A, DROP, false, 8);

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
    assertFalse(back.drop(A, LATER, true, 8).connect(B, 8, TOKEN).allReady());
    Presence told = back.told(A, 6, 7, 60_000);
    assertTrue(told.drop(A, LATER, true, 8).connect(B, 8, TOKEN).allReady());
  }

  @Test
  void whoWasOnlyBesideAnotherLeavesNothingToTell() {
    Presence gone = TWICE.drop(A, DROP, true, 8).drop(B, LATER, true, 8);
    assertTrue(gone.connect(A, 8, TOKEN).allReady());
  }

  @Test
  void onlyTheLastConnectionTakesTheAgentOfflineIntoANewEpoch() {
    assertFalse(TWICE.isLast(A));
    Presence one = TWICE.drop(A, DROP, false, 8);
    assertTrue(one.isOnline());
    assertEquals(0, one.epoch());
    assertEquals(Optional.empty(), one.drop());
    assertTrue(one.isLast(B));
    Presence none = one.drop(B, LATER, true, 8);
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
    Presence again = expired.connect(B, 7, TOKEN).drop(B, LATER, true, 8);
    assertEquals(2, again.epoch());
    assertEquals(1, again.expiredThrough());
  }

  @Test
  void readinessIsOfOneConnectionAndMayBeTakenBack() {
    Presence ready = TWICE.told(B, 6, 7, 60_000);
    assertTrue(ready.allReady());
    Presence again = ready.missed(new Missed(A, 8, List.of(B)));
    assertFalse(again.find(A).orElseThrow().ready());
    assertTrue(again.find(B).orElseThrow().ready());
    assertEquals(TWICE.find(B).orElseThrow().openedAt(), ready.find(B).orElseThrow().openedAt());
  }

  @Test
  void whatAnUncleanDropSwallowedBesideOneThatWasNotToldIsLeftToTheNext() {
    // A is ready, B opened beside it is not
    Presence beside = TWICE.drop(A, DROP, false, 8);
    assertFalse(beside.drop(B, LATER, true, 8).connect(A, 9, TOKEN).allReady());
    assertTrue(
        beside.told(B, 6, 7, 60_000).drop(B, LATER, true, 8).connect(A, 9, TOKEN).allReady());
  }

  @Test
  void aConnectionIsOwedAStretchFromWhenItWasOpened() {
    assertEquals(OptionalLong.of(6), owed(TWICE, B));
    assertEquals(OptionalLong.of(7), owed(UNCLEAN.connect(B, 7, TOKEN), B));
    assertEquals(
        OptionalLong.of(8),
        owed(TWICE.told(B, 6, 7, 60_000).missed(new Missed(B, 8, List.of(A))), B));
  }

  @Test
  void whatIsUntoldForLongerThanItTakesToMissAClientIsOwedToNobody() {
    Presence alone = TWICE.drop(B, DROP, true, 8);
    long later = 6 + Presence.LONGEST_UNTOLD;
    assertEquals(OptionalLong.of(6), owed(alone.connect(C, later, TOKEN), C));
    assertEquals(OptionalLong.of(later + 1), owed(alone.connect(C, later + 1, TOKEN), C));
  }

  @Test
  void whoMissedSomethingIsOwedItSinceThenAlsoIfItIsOwedWhatIsLater() {
    Presence missed = TWICE.missed(new Missed(B, 4, List.of(A)));
    assertEquals(OptionalLong.of(4), owed(missed, B));
    assertEquals(OptionalLong.of(4), owed(missed.missed(new Missed(B, 9, List.of(A))), B));
  }

  @Test
  void whatOneTookAndAnotherMissedIsOwedOnceItsTakerIsGoneUncleanly() {
    Presence missed = TWICE.told(B, 6, 7, 60_000).missed(new Missed(B, 8, List.of(A)));
    Presence swallowed = missed.drop(A, DROP, false, 8).drop(B, LATER, true, 8);
    assertEquals(OptionalLong.of(8), owed(swallowed.connect(C, 90, TOKEN), C));
    Presence got = missed.drop(A, DROP, true, 8).drop(B, LATER, true, 8);
    assertTrue(got.connect(C, 90, TOKEN).allReady(), "its taker got it, and closed");
  }

  @Test
  void whatWasGotByAllThatTookItIsOwedToNobody() {
    Missed missed = new Missed(B, 5_000, List.of(A));
    Presence away = TWICE.told(B, 6, 7, 60_000).drop(A, DROP, true, 9).drop(B, LATER, true, 10);
    assertSame(away, away.missed(missed));
    Presence longAgo = TWICE.told(B, 6, 7, 60_000).drop(A, DROP, false, 9).drop(B, LATER, true, 10);
    assertSame(longAgo, longAgo.missed(new Missed(B, 5_000, List.of(C))));
  }

  @Test
  void alsoWhereItsTakerWasGoneBeforeItWasKnownThatAnotherMissedIt() {
    Presence gone =
        TWICE.told(B, 6, 7, 60_000).drop(A, DROP, false, 8).missed(new Missed(B, 8, List.of(A)));
    assertEquals(OptionalLong.of(8), owed(gone, B));
    assertEquals(OptionalLong.of(8), owed(gone.drop(B, LATER, true, 8).connect(C, 90, TOKEN), C));
  }

  @Test
  void andWhereBothWereGoneWhoeverIsThereOrComesNextIsOwedIt() {
    Missed missed = new Missed(B, 8, List.of(A));
    Presence away = TWICE.told(B, 6, 7, 60_000).drop(A, DROP, false, 8).drop(B, LATER, true, 8);
    assertEquals(OptionalLong.of(8), owed(away.missed(missed).connect(C, 90, TOKEN), C));
    Presence back = away.connect(C, 90, TOKEN);
    assertTrue(back.allReady());
    assertEquals(OptionalLong.of(8), owed(back.missed(missed), C));
  }

  @Test
  void whereOnlyTheOneThatMissedItIsGoneTheNextIsOwedItUnlessTheTakerCloses() {
    Presence one = TWICE.told(B, 6, 7, 60_000).drop(B, DROP, true, 8);
    Presence missed = one.missed(new Missed(B, 8, List.of(A)));
    assertTrue(missed.allReady());
    assertEquals(
        OptionalLong.of(8),
        owed(missed.drop(A, LATER, false, 50_000).connect(C, 90_000, TOKEN), C));
    assertTrue(missed.drop(A, LATER, true, 50_000).connect(C, 90_000, TOKEN).allReady());
  }

  @Test
  void whatADeadConnectionWasToldLatelyIsOwedToTheNextAgain() {
    Presence told = UNCLEAN.connect(A, 45_000, TOKEN).told(A, 45_000, 45_200, 60_000);
    Presence next = told.drop(A, DROP, false, 90_000).connect(B, 90_000, TOKEN);
    assertEquals(45_000, next.owedSince(next.find(B).orElseThrow(), 60_000));
    assertEquals(90_000, next.owedSince(next.find(B).orElseThrow(), 44_000));
    Presence chain = next.told(B, 45_000, 90_200, 60_000).connect(C, 140_000, TOKEN);
    assertEquals(
        80_000, chain.owedSince(chain.find(C).orElseThrow(), 60_000), "or it would never end");
  }

  /** Or one that time and again has no room would be told more and more. */
  @Test
  void whoWasToldItselfOrWasThereBeforeIsNotOwedItAgain() {
    Presence told = TWICE.told(B, 6, 7, 60_000);
    Presence missed = told.missed(new Missed(B, 900, List.of(A)));
    assertEquals(900, missed.owedSince(missed.find(B).orElseThrow(), 60_000));
    Presence again = missed.told(B, 900, 950, 60_000);
    assertEquals(Optional.of(new Presence.Told(B, 6, 950)), again.told());
    Presence other = told.missed(new Missed(A, 900, List.of(B)));
    assertEquals(900, other.owedSince(other.find(A).orElseThrow(), 60_000));
  }

  @Test
  void whatAConnectionWasToldIsOwedToNobodyOnceItClosed() {
    Presence told = TWICE.told(B, 6, 7, 60_000).drop(B, DROP, true, 8).connect(C, 9, TOKEN);
    assertEquals(Optional.empty(), told.told());
    Presence untold = TWICE.told(B, 6, 7, 60_000).connect(C, 9, TOKEN).drop(C, DROP, true, 10);
    assertEquals(Optional.of(new Presence.Told(B, 6, 7)), untold.told());
  }

  @Test
  void whereConnectionsEndUntoldTheNextIsOwedSinceTheFirstOfThem() {
    Presence first = UNCLEAN.connect(A, 100, TOKEN).drop(A, DROP, false, 8);
    Presence second = first.connect(A, 90_000, TOKEN).drop(A, LATER, true, 8);
    assertEquals(OptionalLong.of(100), owed(second.connect(B, 180_000, TOKEN), B));
  }

  @Test
  void alsoBesideOneThatMayBeDeadWithoutAnybodysNotice() {
    Presence alone = TWICE.drop(B, DROP, true, 8);
    assertEquals(OptionalLong.of(6), owed(alone.connect(C, 90_000, TOKEN), C));
    Presence three = TWICE.connect(C, 9, TOKEN).drop(B, DROP, false, 8);
    assertEquals(OptionalLong.of(6), owed(three, C), "it waits beside, and is owed it now");
    assertEquals(OptionalLong.empty(), owed(three, A), "it was told all along");
  }

  @Test
  void whoIsToldPaysForAllThatWereNot() {
    Presence told = TWICE.drop(B, DROP, false, 8).connect(C, 50, TOKEN).told(C, 6, 7, 60_000);
    assertEquals(OptionalLong.of(90), owed(told.connect(B, 90, TOKEN), B));
  }

  @Test
  void aCleanCloseOfWhoWasToldAllForgetsWhoWasNot() {
    Presence gone = TWICE.drop(B, DROP, true, 8).drop(A, LATER, true, 8);
    Presence later = gone.connect(A, 50, TOKEN).connect(B, 60, TOKEN);
    assertEquals(OptionalLong.of(60), owed(later, B));
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
    assertEquals(3, TWICE.told(B, 6, 7, 60_000).version());
  }
}
