package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.CAT;
import static io.github.aspoperator.session.Cast.DAN;
import static io.github.aspoperator.session.Commands.away;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.forceLeave;
import static io.github.aspoperator.session.Commands.graceOver;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.sendAndEnd;
import static io.github.aspoperator.session.Commands.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import org.junit.jupiter.api.Test;

/** When a session ends, and what that makes of whom (sections 2 and 3). */
final class EndingTest {

  private static final Outcome NOTHING = Outcome.ok();

  @Test
  void sendAndEndWithoutInviteesIsAnEndedSession() {
    Story story = Story.of(sendAndEnd(ANN));
    assertEquals(Outcome.ok("message of ann", "ended by ann").events(), story.said());
    assertFalse(story.state().roster().isActive());
    assertTrue(story.member(ANN).isJoined());
  }

  @Test
  void endMakesInviteesLeftAndLeavesTheJoinedJoined() {
    Story story = Story.of(open(ANN, BOB, CAT, DAN)).then(join(BOB), leave(BOB), join(CAT));
    story.then(end(CAT));
    assertTrue(story.member(ANN).isJoined());
    assertTrue(story.member(CAT).isJoined());
    assertEquals(Departure.LEFT, how(story, BOB));
    assertEquals(Departure.ENDED, how(story, DAN));
  }

  @Test
  void aSessionLivesAsLongAsSomebodyIsInvited() {
    Story story = Story.of(open(ANN, BOB)).then(leave(ANN));
    assertTrue(story.state().roster().isActive());
    assertEquals(Outcome.ok("bob left", "ended"), story.outcome(withdraw(BOB)));
  }

  @Test
  void theLastOneWhoseGraceExpiresEndsTheSession() {
    Story story = Story.of(open(ANN)).then(away(ANN));
    assertEquals(Outcome.ok("ann grace_expired", "ended"), story.outcome(graceOver(ANN)));
  }

  @Test
  void aBlockMakesTheBlockedLeaveAndTheOthersStay() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB));
    assertEquals(Outcome.ok("bob left"), story.outcome(forceLeave(ANN, BOB)));
    assertEquals(Departure.FORCED, how(story, BOB));
    assertTrue(story.state().roster().isActive());
  }

  @Test
  void aBlockEndsTheSessionInTheSameCommitWhenNobodyElseIsThere() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB), join(CAT), leave(CAT));
    assertEquals(Outcome.ok("bob left", "ended"), story.outcome(forceLeave(ANN, BOB)));
    assertTrue(story.member(ANN).isJoined());
  }

  @Test
  void anInvitedBlockerBecomesLeftByTheEndItCaused() {
    Story story = Story.of(open(ANN, BOB));
    assertEquals(Outcome.ok("ann left", "ended"), story.outcome(forceLeave(BOB, ANN)));
    assertEquals(Departure.ENDED, how(story, BOB));
  }

  @Test
  void aBlockTouchesOnlySessionsInWhichBothAreJoinedOrInvited() {
    Story left = Story.of(open(ANN, BOB, CAT)).then(join(BOB), leave(BOB));
    assertEquals(NOTHING, left.outcome(forceLeave(ANN, BOB)));
    assertEquals(NOTHING, left.outcome(forceLeave(BOB, ANN)));
    assertEquals(NOTHING, left.outcome(forceLeave(ANN, DAN)));
    assertEquals(NOTHING, left.outcome(forceLeave(DAN, ANN)));
    Story ended = Story.of(open(ANN, BOB)).then(join(BOB), end(ANN));
    assertEquals(NOTHING, ended.outcome(forceLeave(ANN, BOB)));
  }

  @Test
  void aRemovedAgentLeavesWhereItIsJoinedOrInvitedAndNowhereElse() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB));
    assertEquals(Outcome.ok("bob left"), story.outcome(withdraw(BOB)));
    assertEquals(Outcome.ok("cat left"), story.outcome(withdraw(CAT)));
    assertEquals(NOTHING, story.outcome(withdraw(BOB)));
    assertEquals(NOTHING, story.outcome(withdraw(DAN)));
    assertEquals(NOTHING, story.then(end(ANN)).outcome(withdraw(ANN)));
  }

  @Test
  void everyoneElseBecomesLeftAtAReopening() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB), join(CAT), end(ANN));
    story.ties(ties -> ties.strangers(BOB, CAT)).then(reopen(BOB));
    assertTrue(story.member(BOB).isJoined());
    assertTrue(story.member(ANN).isInvited());
    assertEquals(Departure.NOT_READMITTED, how(story, CAT));
  }

  private static Departure how(Story story, Handle agent) {
    return assertInstanceOf(Standing.Left.class, story.member(agent).standing()).how();
  }
}
