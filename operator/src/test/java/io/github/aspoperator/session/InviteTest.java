package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.CAT;
import static io.github.aspoperator.session.Cast.DAN;
import static io.github.aspoperator.session.Cast.EVE;
import static io.github.aspoperator.session.Commands.away;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.forceLeave;
import static io.github.aspoperator.session.Commands.graceOver;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.reopenWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is invited by create, invite and reopen (sections 2 and 3). */
final class InviteTest {

  private static final Outcome NOT_FOUND = Outcome.refused("NOT_FOUND");

  @Test
  void thoseInvitedOrJoinedAlreadyAreOmitted() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB));
    assertEquals(Outcome.ok("dan invited by ann"), story.outcome(invite(ANN, BOB, CAT, DAN)));
    assertEquals(Outcome.ok(), story.outcome(invite(BOB, ANN, CAT, DAN)));
  }

  @Test
  void thoseWhoLeftAreInvitedAgainHoweverTheyLeft() {
    Story story =
        Story.of(open(ANN, BOB, CAT, DAN, EVE))
            .then(join(BOB), join(CAT), join(DAN))
            .then(leave(BOB), away(CAT), graceOver(CAT), forceLeave(ANN, DAN));
    assertEquals(
        Outcome.ok("bob invited by ann", "cat invited by ann", "dan invited by ann"),
        story.outcome(invite(ANN, BOB, CAT, DAN)));
  }

  @Test
  void theDeniedAreSilentlyOmitted() {
    Story story = Story.of(open(ANN)).ties(ties -> ties.strangers(ANN, BOB).block(CAT, ANN));
    assertEquals(Outcome.ok("dan invited by ann"), story.outcome(invite(ANN, BOB, CAT, DAN)));
    Ties ties = Ties.FRIENDS.strangers(ANN, BOB).block(ANN, CAT);
    assertEquals(
        Outcome.ok("dan invited by ann"), Outcome.of(Story.create(open(ANN, BOB, CAT, DAN), ties)));
  }

  @Test
  void whenNobodyNamedIsAdmittedCreateAndReopenAnswer404AndInviteAnswersNobody() {
    Ties ties = Ties.FRIENDS.strangers(ANN, BOB);
    assertEquals(NOT_FOUND, Outcome.of(Story.create(open(ANN, BOB), ties)));
    assertEquals(Outcome.ok(), Story.of(open(ANN)).ties(_ -> ties).outcome(invite(ANN, BOB)));
    Story ended = Story.of(open(ANN)).then(end(ANN)).ties(_ -> ties);
    assertEquals(NOT_FOUND, ended.outcome(reopenWith(ANN, BOB)));
  }

  @Test
  void whenNobodyIsNamedNobodyNeedsToBeAdmitted() {
    assertEquals(Outcome.ok(), Outcome.of(Story.create(open(ANN), Ties.FRIENDS)));
    Story ended =
        Story.of(open(ANN, BOB)).then(join(BOB), end(ANN)).ties(t -> t.strangers(ANN, BOB));
    assertEquals(Outcome.ok("reopened by ann"), ended.outcome(reopen(ANN)));
  }

  @Test
  void aThirdPartyCannotReuniteABlockedPairThroughTheSameCall() {
    Ties ties = Ties.FRIENDS.block(BOB, CAT);
    assertEquals(
        Outcome.ok("bob invited by ann", "dan invited by ann"),
        Outcome.of(Story.create(open(ANN, BOB, CAT, DAN), ties)));
    assertEquals(
        Outcome.ok("cat invited by ann", "dan invited by ann"),
        Story.of(open(ANN)).ties(_ -> ties).outcome(invite(ANN, CAT, BOB, DAN)));
    Story ended =
        Story.of(open(ANN, BOB, CAT)).then(join(BOB), join(CAT), end(ANN)).ties(_ -> ties);
    assertEquals(Outcome.ok("reopened by ann", "bob invited by ann"), ended.outcome(reopen(ANN)));
  }

  @Test
  void aThirdPartyCannotReuniteABlockedPairWithSomebodyJoinedOrInvited() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(BOB));
    story.ties(ties -> ties.block(BOB, DAN).block(EVE, CAT));
    assertEquals(Outcome.ok(), story.outcome(invite(ANN, DAN, EVE)));
  }

  @Test
  void aBlockWithSomebodyWhoLeftDoesNotStandInTheWay() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), leave(BOB));
    story.ties(ties -> ties.block(BOB, DAN));
    assertEquals(Outcome.ok("dan invited by ann"), story.outcome(invite(ANN, DAN)));
    assertEquals(Outcome.ok(), story.outcome(invite(ANN, BOB)));
  }

  @Test
  void oneWhoWasDeniedInTheSameCallDoesNotStandInTheWay() {
    Ties ties = Ties.FRIENDS.strangers(ANN, BOB).block(BOB, CAT);
    assertEquals(
        Outcome.ok("cat invited by ann"), Outcome.of(Story.create(open(ANN, BOB, CAT), ties)));
  }

  @Test
  void reopeningAsksTodaysTrustNotYesterdays() {
    Story ended =
        Story.of(open(ANN, BOB, CAT))
            .then(join(BOB), join(CAT), end(ANN))
            .ties(ties -> ties.strangers(ANN, CAT));
    assertEquals(Outcome.ok("reopened by ann", "bob invited by ann"), ended.outcome(reopen(ANN)));
  }

  @Test
  void joiningAsksBlocksAndNotAllowlists() {
    Story story =
        Story.of(open(ANN, BOB, CAT)).ties(ties -> ties.strangers(ANN, BOB).block(BOB, CAT));
    assertEquals(Outcome.ok("bob joined"), story.outcome(join(BOB)));
    assertEquals(NOT_FOUND, story.outcome(join(CAT)));
  }

  @Test
  void theBlockersJoinIsAdmittedAndTheBlockedOneLeaves() {
    Story story = Story.of(open(ANN, BOB)).ties(ties -> ties.block(BOB, ANN));
    assertEquals(Outcome.ok("bob joined"), story.outcome(join(BOB)));
    assertEquals(Outcome.ok("ann left", "ended"), story.outcome(forceLeave(BOB, ANN)));
  }

  @Test
  void trustIsAskedOnlyAboutThoseWhoWouldBeContacted() {
    SessionState state = Story.of(open(ANN, BOB, CAT)).then(join(BOB), leave(BOB)).state();
    assertEquals(
        new Question(ANN, List.of(BOB, DAN), List.of(ANN, CAT)),
        Question.of(state, invite(ANN, BOB, CAT, DAN)).orElseThrow());
    assertEquals(
        new Question(CAT, List.of(), List.of(ANN, CAT)),
        Question.of(state, join(CAT)).orElseThrow());
    List<Command.Existing> silent =
        List.of(invite(BOB, DAN), invite(EVE, DAN), join(BOB), join(ANN), reopen(ANN), leave(ANN));
    silent.forEach(c -> assertEquals(true, Question.of(state, c).isEmpty(), c.toString()));
  }
}
