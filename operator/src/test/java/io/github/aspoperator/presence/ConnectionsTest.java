package io.github.aspoperator.presence;

import static io.github.aspoperator.presence.Porch.ANN;
import static io.github.aspoperator.presence.Porch.NOW;
import static io.github.aspoperator.presence.Porch.TOKEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What happens when a connection comes, goes, or stays away too long (section 5). */
final class ConnectionsTest {

  private static final ConnectionId A = new ConnectionId("a");
  private static final ConnectionId B = new ConnectionId("b");

  private final Porch porch = new Porch();

  private static Connect connect(ConnectionId id) {
    return Connect.of(new Connect.Arrival(ANN, id, TOKEN));
  }

  @Test
  void aConnectionIsRecordedBeforeAnythingIsDoneForIt() {
    porch.run(connect(A));
    assertEquals(List.of("written", "Replay", "Attend"), porch.diary);
    assertTrue(porch.presence.find(A).isPresent());
  }

  @Test
  void aConnectThatLostItsWriteReadsAgain() {
    porch.meanwhile = Optional.of(new Porch().with("b").presence);
    porch.run(connect(A));
    assertEquals(List.of("lost", "written", "Replay", "Attend"), porch.diary);
    assertFalse(porch.presence.find(A).orElseThrow().ready(), "it stands beside another now");
  }

  /** It was ready for a moment, and nobody knows what the transport took for it. */
  @Test
  void whatWasPostedToAHandshakeThatIsRefusedIsOwedToTheNext() {
    porch.revoke();
    assertThrows(Refused.class, () -> porch.run(connect(A)));
    assertFalse(porch.presence.isOnline());
    assertFalse(porch.presence.connect(B, NOW, TOKEN).allReady());
  }

  @Test
  void aConnectWhoseWriteHappenedThoughItLooksLostIsRecordedOnce() {
    // the answer of the write was lost, and somebody else has written since: the repeated one loses
    porch.meanwhile =
        Optional.of(
            new Porch().with("b", "a").presence.drop(B, new DropId(new Ulid(0, 9)), true, 8));
    porch.run(connect(A));
    assertEquals(List.of("lost", "Replay", "Attend"), porch.diary);
    assertTrue(porch.presence.isLast(A));
  }

  @Test
  void theFiftiethConnectionIsRecordedAndTheFiftyFirstRefused() {
    porch.with(IntStream.range(0, 49).mapToObj(Integer::toString).toArray(String[]::new));
    porch.run(connect(A));
    Refused refused = assertThrows(Refused.class, () -> porch.run(connect(B)));
    assertEquals(new Refusal.RateLimited(1), refused.refusal());
    assertEquals(50, porch.presence.connections().size());
  }

  @Test
  void aConnectionWhoseTokenDiedMeanwhileIsTakenOutAgainAndRefused() {
    porch.revoke();
    Refused refused = assertThrows(Refused.class, () -> porch.run(connect(A)));
    assertEquals(new Refusal.Unauthorized(true), refused.refusal());
    assertFalse(porch.presence.isOnline());
    assertEquals("written", porch.diary.getFirst());
    assertEquals("written", porch.diary.getLast());
  }

  @Test
  void theTimersOfADropAreSentBeforeTheWriteThatMakesThemCount() {
    porch.with("a").run(Drop.of(ANN, A, true));
    assertEquals(List.of("GraceOver at 30", "Attend at 3", "written"), porch.diary);
    DropId drop = porch.presence.drop().orElseThrow();
    assertEquals(new Job.GraceOver(ANN, drop), porch.jobs.getFirst());
    assertEquals(
        new Job.Attend(ANN, porch.presence.drop(), Optional.empty()), porch.jobs.getLast());
  }

  @Test
  void withGraceOffNoTimerRuns() {
    porch.windows = new Windows(0, OptionalLong.empty(), 0);
    porch.with("a").run(Drop.of(ANN, A, true));
    assertEquals(List.of("Attend at 0", "written", "Attend at 0"), porch.diary);
  }

  @Test
  void timersWaitAtLeastAsLongAsTheirSenderMayTake() {
    porch.windows = new Windows(3, OptionalLong.of(30), 10);
    porch.with("a").run(Drop.of(ANN, A, true));
    assertEquals(List.of("GraceOver at 30", "Attend at 10", "written"), porch.diary);
  }

  @Test
  void windowsAreCountedFromTheDropAlsoWhenNobodySawIt() {
    porch.with("a").run(Drop.since(ANN, A, NOW - 20));
    assertEquals(List.of("GraceOver at 10", "Attend at 0", "written"), porch.diary.subList(0, 3));
    assertFalse(porch.presence.connect(B, 0, TOKEN).allReady(), "an unclean drop");
  }

  @Test
  void whoHasToLeaveByNowIsTakenForAwayFirst() {
    porch.with("a").run(Drop.since(ANN, A, NOW - 40));
    assertEquals(List.of("GraceOver at 1", "Attend at 0", "written"), porch.diary.subList(0, 3));
  }

  @Test
  void whereGraceIsNotAboveTheAwayWindowNobodyIsTakenForAwayFirst() {
    porch.windows = new Windows(3, OptionalLong.of(3), 0);
    porch.with("a").run(Drop.since(ANN, A, NOW - 40));
    assertEquals(List.of("GraceOver at 0", "Attend at 0", "written"), porch.diary.subList(0, 3));
  }

  @Test
  void timersThatMayHaveRunBeforeTheWriteAreSentAgain() {
    porch.with("a").run(Drop.since(ANN, A, NOW - 20));
    List<String> sent = List.of("GraceOver at 10", "Attend at 0");
    assertEquals(sent, porch.diary.subList(3, 5));
    assertEquals(porch.jobs.subList(0, 2), porch.jobs.subList(2, 4), "for the same drop");
  }

  @Test
  void aDropThatLostItsWriteReadsAgainUnderAnotherId() {
    porch.with("a");
    porch.meanwhile = Optional.of(new Porch().with("a", "b").presence);
    porch.run(Drop.of(ANN, A, true));
    assertEquals(
        List.of("GraceOver at 30", "Attend at 3", "lost", "written", "Replay"), porch.diary);
    assertTrue(porch.presence.isOnline());
    assertEquals(0, porch.presence.epoch());
  }

  @Test
  void aConnectionThatIsGoneAlreadyIsNotDroppedTwice() {
    porch.run(Drop.of(ANN, A, true));
    assertEquals(List.of(), porch.diary);
  }

  /** It may have died between its write and the timers that it sends again. */
  @Test
  void aDropThatIsRepeatedSendsTheTimersOfTheFirstAgain() {
    porch.with("a").run(Drop.of(ANN, A, true));
    List<Job> sent = List.copyOf(porch.jobs);
    porch.diary.clear();
    porch.run(Drop.of(ANN, A, false));
    assertEquals(List.of("GraceOver at 30", "Attend at 3"), porch.diary);
    assertEquals(sent, porch.jobs.subList(2, 4));
  }

  @Test
  void aGraceTimerActsOnlyForTheDropThatStartedIt() {
    porch.with("a").run(Drop.of(ANN, A, true));
    DropId drop = porch.presence.drop().orElseThrow();
    porch.diary.clear();
    porch.run(Grace.over(ANN, new DropId(new Ulid(9, 9))));
    assertEquals(List.of(), porch.diary);
    assertEquals(0, porch.presence.expiredThrough());
    porch.run(Grace.over(ANN, drop));
    assertEquals(List.of("written", "Attend"), porch.diary);
    assertEquals(1, porch.presence.expiredThrough());
  }

  @Test
  void aGraceTimerDoesNothingOnceTheAgentIsBack() {
    porch.with("a").run(Drop.of(ANN, A, true));
    DropId drop = porch.presence.drop().orElseThrow();
    porch.run(connect(B));
    porch.diary.clear();
    porch.run(Grace.over(ANN, drop));
    assertEquals(List.of(), porch.diary);
  }

  @Test
  void aGraceTimerThatFiresAgainBringsItsJobAgain() {
    porch.with("a").run(Drop.of(ANN, A, true));
    DropId drop = porch.presence.drop().orElseThrow();
    porch.run(Grace.over(ANN, drop));
    porch.diary.clear();
    porch.run(Grace.over(ANN, drop));
    assertEquals(List.of("Attend"), porch.diary);
  }
}
