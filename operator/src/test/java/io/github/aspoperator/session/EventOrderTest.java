package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.CAT;
import static io.github.aspoperator.session.Cast.DAN;
import static io.github.aspoperator.session.Commands.BODY;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.reopenWith;
import static io.github.aspoperator.session.Commands.send;
import static io.github.aspoperator.session.Commands.sendAndEnd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The events of each call, in log order (section 3). */
final class EventOrderTest {

  @Test
  void createSaysNothingWhenThereIsNobodyToTell() {
    assertEquals(List.of(), Story.of(open(ANN)).said());
  }

  @Test
  void createSaysTheMessageThenEachInvitationThenTheEnd() {
    assertEquals(
        List.of("bob invited by ann", "cat invited by ann"), Story.of(open(ANN, BOB, CAT)).said());
    assertEquals(
        List.of("message of ann", "bob invited by ann about tea", "cat invited by ann about tea"),
        Story.of(aboutTea(false, BOB, CAT)).said());
    assertEquals(
        List.of(
            "message of ann",
            "bob invited by ann about tea with message 1",
            "cat invited by ann about tea with message 1",
            "ended by ann"),
        Story.of(aboutTea(true, BOB, CAT)).said());
  }

  private static Command.Create aboutTea(boolean endAfterSend, Handle... invite) {
    return new Command.Create(
        ANN,
        List.of(invite),
        Optional.of("tea"),
        Optional.of(BODY),
        endAfterSend,
        Optional.empty());
  }

  @Test
  void joinSaysOnlyThat() {
    assertEquals(List.of("bob joined"), Story.of(open(ANN, BOB)).then(join(BOB)).said());
  }

  @Test
  void inviteSaysEachInvitationWithTheTopicOfTheSession() {
    assertEquals(
        List.of("dan invited by ann about tea", "cat invited by ann about tea"),
        Story.of(aboutTea(false)).then(invite(ANN, DAN, CAT)).said());
  }

  @Test
  void aMessageSaysOnlyThat() {
    assertEquals(List.of("message of ann"), Story.of(open(ANN)).then(send(ANN)).said());
  }

  @Test
  void leaveEndsTheSessionOnlyForTheLastOneJoinedOrInvited() {
    assertEquals(List.of("ann left"), Story.of(open(ANN, BOB)).then(leave(ANN)).said());
    assertEquals(List.of("ann left", "ended"), Story.of(open(ANN)).then(leave(ANN)).said());
    assertEquals(
        List.of("bob left", "ended"),
        Story.of(open(ANN, BOB)).then(join(BOB), leave(ANN), leave(BOB)).said());
  }

  @Test
  void endSaysByWhom() {
    assertEquals(
        List.of("ended by bob"), Story.of(open(ANN, BOB, CAT)).then(join(BOB), end(BOB)).said());
  }

  @Test
  void reopenSaysItselfThenEachInvitationThenTheMessage() {
    Story ended = Story.of(aboutTea(false, BOB, CAT)).then(join(BOB), join(CAT), end(CAT));
    Command.Reopen reopen =
        new Command.Reopen(Cast.SESSION, BOB, Optional.of(List.of(DAN, ANN)), Optional.of(BODY));
    assertEquals(
        List.of(
            "reopened by bob",
            "dan invited by bob about tea",
            "ann invited by bob about tea",
            "message of bob"),
        ended.then(reopen).said());
  }

  @Test
  void reopenWithoutAListInvitesEveryoneWhoWasJoinedAtTheEnd() {
    Story ended =
        Story.of(open(ANN, BOB, CAT, DAN)).then(join(BOB), join(CAT), leave(CAT), end(ANN));
    assertEquals(List.of("reopened by bob", "ann invited by bob"), ended.then(reopen(BOB)).said());
  }

  @Test
  void reopenWithAnEmptyListInvitesNobody() {
    Story ended = Story.of(open(ANN, BOB)).then(join(BOB), end(ANN));
    assertEquals(List.of("reopened by ann"), ended.then(reopenWith(ANN)).said());
  }

  @Test
  void anInvitationOfAReopeningCarriesNoMessage() {
    Story answered = Story.of(sendAndEnd(ANN, BOB)).then(reopen(BOB));
    assertEquals(List.of("reopened by bob", "ann invited by bob"), answered.said());
  }
}
