package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.CAT;
import static io.github.aspoperator.session.Commands.away;
import static io.github.aspoperator.session.Commands.back;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.graceOver;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static io.github.aspoperator.session.Commands.reopenWith;
import static io.github.aspoperator.session.Commands.send;
import static io.github.aspoperator.session.Commands.sendAndEnd;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The roster after every kind of event (section 7): each command comes ten milliseconds after the
 * one before. {@code +} is joined_at, the last join, kept afterwards; {@code -} is left_at, only
 * while left; a number after ended is ended_at.
 */
final class RosterTest {

  private Story story = Story.of(open(ANN, BOB));

  @Test
  void afterEveryKindOfEvent() {
    shows("active | ann joined +0 | bob invited");
    after(join(BOB), "active | ann joined +0 | bob joined +10");
    after(send(BOB), "active | ann joined +0 | bob joined +10");
    after(away(BOB), "active | ann joined +0 | bob joined +10");
    after(back(BOB), "active | ann joined +0 | bob joined +10");
    after(leave(BOB), "active | ann joined +0 | bob left +10 -50");
    after(invite(ANN, CAT), "active | ann joined +0 | bob left +10 -50 | cat invited");
    after(invite(ANN, BOB), "active | ann joined +0 | bob invited +10 | cat invited");
    after(join(BOB), "active | ann joined +0 | bob joined +80 | cat invited");
    after(graceOver(BOB), "active | ann joined +0 | bob left +80 -90 | cat invited");
    after(end(ANN), "ended 100 | ann joined +0 | bob left +80 -90 | cat left -100");
    after(reopenWith(ANN), "active | ann joined +110 | bob left +80 -90 | cat left -100");
  }

  @Test
  void theCreatorIsJoinedSinceTheCreation() {
    story = Story.of(sendAndEnd(ANN, BOB));
    shows("ended 0 | ann joined +0 | bob left -0");
    after(reopen(BOB), "active | ann invited +0 | bob joined +10");
    after(join(ANN), "active | ann joined +20 | bob joined +10");
  }

  @Test
  void whoeverIsNotReadmittedLeftWhenItWasReopened() {
    after(join(BOB), "active | ann joined +0 | bob joined +10");
    after(end(ANN), "ended 20 | ann joined +0 | bob joined +10");
    after(reopenWith(BOB), "active | ann left +0 -30 | bob joined +30");
    after(leave(BOB), "ended 40 | ann left +0 -30 | bob left +30 -40");
    after(reopenWith(BOB, ANN), "active | ann invited +0 | bob joined +50");
  }

  @Test
  void aSessionKeepsCreatorTopicAndTimeOfCreation() {
    Roster first = story.state().roster();
    Roster last = story.after(10).then(join(BOB), end(BOB), reopen(BOB)).state().roster();
    assertEquals(first.creator(), last.creator());
    assertEquals(first.topic(), last.topic());
    assertEquals(Story.START, last.createdAt());
  }

  private void after(Command.Existing command, String expected) {
    story.after(10).then(command);
    shows(expected);
  }

  private void shows(String expected) {
    Roster roster = story.state().roster();
    String lifecycle =
        switch (roster.lifecycle()) {
          case Lifecycle.Active _ -> "active";
          case Lifecycle.Ended ended -> "ended " + (ended.at() - Story.START);
        };
    assertEquals(
        expected,
        roster.members().all().stream()
            .map(RosterTest::line)
            .collect(Collectors.joining(" | ", lifecycle + " | ", "")));
  }

  private static String line(Member member) {
    String joined =
        member.joinedAt().isPresent() ? " +" + (member.joinedAt().getAsLong() - Story.START) : "";
    return member.handle().name()
        + switch (member.standing()) {
          case Standing.Invited _ -> " invited" + joined;
          case Standing.Joined _ -> " joined" + joined;
          case Standing.Left left -> " left" + joined + " -" + (left.at() - Story.START);
        };
  }
}
