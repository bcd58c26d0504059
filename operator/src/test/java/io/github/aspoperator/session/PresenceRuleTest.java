package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.ANN;
import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.DAN;
import static io.github.aspoperator.session.Cast.SESSION;
import static io.github.aspoperator.session.Commands.away;
import static io.github.aspoperator.session.Commands.end;
import static io.github.aspoperator.session.Commands.graceOver;
import static io.github.aspoperator.session.Commands.invite;
import static io.github.aspoperator.session.Commands.join;
import static io.github.aspoperator.session.Commands.leave;
import static io.github.aspoperator.session.Commands.open;
import static io.github.aspoperator.session.Commands.reopen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What presence says in a session (section 5), for Bob who became joined in epoch 3: published is
 * whether a disconnect of him is, expired the last epoch whose grace ran out.
 */
final class PresenceRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      useHeadersInDisplayName = true,
      textBlock =
          """
          why                          | published | online | epoch | expired | event
          still there                  | false     | true   | 3     | 0       | -
          joined over HTTP while away  | false     | false  | 3     | 0       | -
          and that grace ran out       | false     | false  | 3     | 3       | -
          dropped                      | false     | false  | 4     | 0       | bob disconnected
          dropped once more            | false     | false  | 4     | 3       | bob disconnected
          back before it was published | false     | true   | 4     | 0       | -
          grace not above away         | false     | false  | 4     | 4       | bob grace_expired
          back too late, untold        | false     | true   | 4     | 4       | bob grace_expired
          an old grace after a return  | false     | true   | 5     | 4       | bob grace_expired
          still away                   | true      | false  | 4     | 0       | -
          away again, untold           | true      | false  | 5     | 0       | -
          back                         | true      | true   | 4     | 0       | bob reconnected
          back, an older grace is over | true      | true   | 4     | 3       | bob reconnected
          not back                     | true      | false  | 4     | 4       | bob grace_expired
          back too late                | true      | true   | 4     | 4       | bob grace_expired
          """)
  void theTable(
      String why, boolean published, boolean online, long epoch, long expired, String event) {
    Story story = Story.of(open(ANN, BOB)).epoch(BOB, 3).then(join(BOB));
    if (published) {
      story.then(new Command.Attend(SESSION, BOB, false, 4, 0));
    }
    Outcome expected = event == null ? Outcome.ok() : Outcome.ok(event);
    Command.Attend attend = new Command.Attend(SESSION, BOB, online, epoch, expired);
    assertEquals(expected, story.outcome(attend), why);
  }

  @Test
  void anAgentThatNeverConnectedIsNotTracked() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB));
    assertEquals(Outcome.ok(), story.outcome(new Command.Attend(SESSION, BOB, false, 0, 0)));
  }

  @Test
  void theCreatorIsTrackedFromTheCreationOn() {
    assertEquals(Outcome.ok("ann disconnected"), Story.of(open(ANN, BOB)).outcome(away(ANN)));
  }

  @Test
  void onlyTheJoinedOfAnActiveSessionAreTracked() {
    Story story = Story.of(open(ANN, BOB, DAN)).then(join(DAN), leave(DAN));
    for (Command.Attend attend : new Command.Attend[] {away(BOB), graceOver(BOB)}) {
      assertEquals(Outcome.ok(), story.outcome(attend));
    }
    assertEquals(Outcome.ok(), story.outcome(graceOver(DAN)));
    assertEquals(Outcome.ok(), story.outcome(graceOver(Cast.EVE)));
    story.then(end(ANN));
    assertEquals(Outcome.ok(), story.outcome(away(ANN)));
    assertEquals(Outcome.ok(), story.outcome(graceOver(ANN)));
  }

  @Test
  void whoBecomesJoinedAgainIsTrackedFromThenOn() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), away(BOB), graceOver(BOB));
    story.then(invite(ANN, BOB)).epoch(BOB, 1).then(join(BOB));
    assertEquals(Outcome.ok(), story.outcome(graceOver(BOB)));
    assertEquals(Outcome.ok(), story.outcome(away(BOB)));
  }

  @Test
  void aDisconnectFromBeforeAReopeningNeedsNoReconnect() {
    Story story = Story.of(open(ANN, BOB)).then(join(BOB), away(BOB), end(ANN));
    story.epoch(BOB, 1).then(reopen(BOB));
    assertEquals(Outcome.ok(), story.outcome(Commands.back(BOB)));
    Command.Attend droppedAgain = new Command.Attend(SESSION, BOB, false, 2, 0);
    assertEquals(Outcome.ok("bob disconnected"), story.outcome(droppedAgain));
  }
}
