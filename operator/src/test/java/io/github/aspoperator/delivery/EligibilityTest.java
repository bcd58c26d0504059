package io.github.aspoperator.delivery;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.CAT;
import static io.github.aspoperator.session.Commands.away;
import static io.github.aspoperator.session.Commands.back;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.forceLeave;
import static io.github.aspoperator.session.Commands.graceOver;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.reopenWith;
import static io.github.aspoperator.session.Commands.send;
import static io.github.aspoperator.session.Commands.sendAndEnd;
import static io.github.aspoperator.session.Commands.withdraw;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Said;
import io.github.aspoperator.session.Story;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees which kind of event (section 5). */
final class EligibilityTest {

  @Test
  void theJoinedSeeEverythingTheirOwnMessagesAndJoinIncluded() {
    Story story = Story.of(open(ANN, BOB)).then(send(ANN), join(BOB), send(BOB), away(BOB));
    story.then(back(BOB));
    List<String> all =
        List.of(
            "bob invited by ann",
            "message of ann",
            "bob joined",
            "message of bob",
            "bob disconnected",
            "bob reconnected");
    assertEquals(all, seen(ANN, story));
    assertEquals(all, seen(BOB, story));
  }

  @Test
  void anInviteeSeesItsInvitationAndNoContent() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(send(ANN), join(CAT), send(CAT), away(CAT));
    assertEquals(List.of("bob invited by ann"), seen(BOB, story));
  }

  @Test
  void anInviteeOfASendAndEndSessionSeesTheInvitationAndTheEnd() {
    assertEquals(
        List.of("bob invited by ann with message 1", "ended by ann"),
        seen(BOB, Story.of(sendAndEnd(ANN, CAT, BOB))));
  }

  @Test
  void whoLeftSeesItsOwnLeavingAndNothingAfterIt() {
    Story left = Story.of(open(ANN, BOB)).then(join(BOB), leave(BOB), send(ANN), end(ANN));
    List<String> expected = List.of("bob invited by ann", "bob joined", "bob left");
    assertEquals(expected, seen(BOB, left));
    Story last = Story.of(open(ANN, BOB)).then(join(BOB), leave(ANN), leave(BOB));
    assertEquals(
        List.of("bob invited by ann", "bob joined", "ann left", "bob left"), seen(BOB, last));
    assertEquals(List.of("bob invited by ann", "bob joined", "ann left"), seen(ANN, last));
  }

  @Test
  void whoseGraceExpiredSeesThatAndNothingAfterIt() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), away(BOB), graceOver(BOB), send(ANN));
    assertEquals("bob grace_expired", seen(BOB, story).getLast());
  }

  @Test
  void aBlockedOneSeesItsLeavingAndNotTheEndOfTheSameCommit() {
    Story joined = Story.of(open(ANN, BOB)).then(join(BOB), forceLeave(ANN, BOB));
    assertEquals(List.of("bob invited by ann", "bob joined", "bob left"), seen(BOB, joined));
    assertEquals("ended", seen(ANN, joined).getLast());
    Story invited = Story.of(open(ANN, BOB)).then(forceLeave(ANN, BOB));
    assertEquals(List.of("bob invited by ann", "bob left"), seen(BOB, invited));
    Story byInvitee = Story.of(open(ANN, BOB)).then(forceLeave(BOB, ANN));
    assertEquals(List.of("bob invited by ann", "ended"), seen(BOB, byInvitee));
    assertEquals(List.of("bob invited by ann", "ann left"), seen(ANN, byInvitee));
  }

  @Test
  void theOthersSeeThatABlockedOneLeft() {
    Story story = Story.of(open(ANN, BOB, CAT)).then(join(CAT), forceLeave(ANN, BOB));
    assertEquals("bob left", seen(CAT, story).getLast());
  }

  @Test
  void aRemovedInviteeSeesThatItLeft() {
    Story story = Story.of(open(ANN, BOB)).then(send(ANN), withdraw(BOB));
    assertEquals(List.of("bob invited by ann", "bob left"), seen(BOB, story));
  }

  @Test
  void aReinvitedOneSeesWhatItHadAndTheNewInvitation() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), leave(BOB), send(ANN));
    story.then(invite(ANN, BOB), send(ANN));
    assertEquals(
        List.of("bob invited by ann", "bob joined", "bob left", "bob invited by ann"),
        seen(BOB, story));
  }

  @Test
  void whoeverJoinsSeesTheGapToo() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), leave(BOB), send(ANN));
    story.then(invite(ANN, BOB), join(BOB));
    assertEquals(6, seen(BOB, story).size());
  }

  @Test
  void anInviteeAtTheEndSeesTheEnd() {
    Story story = Story.of(open(ANN, BOB)).then(send(ANN), end(ANN));
    assertEquals(List.of("bob invited by ann", "ended by ann"), seen(BOB, story));
  }

  @Test
  void aReopeningIsSeenByThoseItReadmitsOnly() {
    Story ended = Story.of(open(ANN, BOB)).then(join(BOB), end(ANN));
    List<String> before = List.of("bob invited by ann", "bob joined", "ended by ann");
    assertEquals(before, seen(BOB, ended));
    Story without = Story.of(open(ANN, BOB)).then(join(BOB), end(ANN), reopenWith(ANN, CAT));
    assertEquals(before, seen(BOB, without.then(send(ANN))));
    assertEquals(List.of("cat invited by ann"), seen(CAT, without));
    List<String> readmitted = seen(BOB, ended.then(reopen(ANN), send(ANN)));
    assertEquals(List.of("reopened by ann", "bob invited by ann"), readmitted.subList(3, 5));
    assertEquals(5, readmitted.size());
  }

  @Test
  void anEndAfterAReopeningWithoutItIsNotSeen() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), end(ANN), reopenWith(ANN), end(ANN));
    assertEquals("ended by ann", seen(BOB, story).getLast());
    assertEquals(3, seen(BOB, story).size());
  }

  @Test
  void aReopenerWhoWasNeverJoinedSeesEverything() {
    Story story = Story.of(sendAndEnd(ANN, CAT, BOB)).then(reopen(BOB));
    assertEquals(6, seen(BOB, story).size());
    assertEquals(List.of("cat invited by ann with message 1", "ended by ann"), seen(CAT, story));
  }

  private static List<String> seen(Handle agent, Story story) {
    Member member = story.state().member(agent).orElseThrow();
    return story.events().stream()
        .filter(event -> Eligibility.visible(agent, member.stint().to(), event))
        .map(Said::of)
        .toList();
  }
}
