package io.github.aspoperator.session;

import static io.github.aspoperator.session.Cast.BOB;
import static io.github.aspoperator.session.Cast.DAN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Verb by status and state (section 3): what Bob gets, for every way in which he can stand. 409 is
 * E for SESSION_ENDED and N for SESSION_NOT_ENDED; {@code 200-} changes nothing.
 */
final class VerbTableTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Bob                                  | messages | invite, leave, end | join | reopen
          CREATED_IT                             | 200      | 200                | 200- | 409 N
          JOINED                                 | 200      | 200                | 200- | 409 N
          JOINED_AGAIN                           | 200      | 200                | 200- | 409 N
          JOINED_BUT_AWAY                        | 200      | 200                | 200- | 409 N
          JOINED_AND_BACK                        | 200      | 200                | 200- | 409 N
          REOPENED_IT                            | 200      | 200                | 200- | 409 N

          INVITED                                | 404      | 404                | 200  | 404
          INVITED_AGAIN                          | 404      | 404                | 200  | 404
          INVITED_BY_REOPENING                   | 404      | 404                | 200  | 404

          LEFT                                   | 404      | 404                | 404  | 404
          GRACE_EXPIRED                          | 404      | 404                | 404  | 404
          FORCED_WHILE_JOINED                    | 404      | 404                | 404  | 404
          FORCED_WHILE_INVITED                   | 404      | 404                | 404  | 404
          REMOVED_WHILE_INVITED                  | 404      | 404                | 404  | 404
          INVITED_AT_AN_END_AND_REOPENED_WITHOUT | 404      | 404                | 404  | 404
          ANSWERABLE_AND_REOPENED_WITHOUT        | 404      | 404                | 404  | 404
          JOINED_AT_AN_END_AND_REOPENED_WITHOUT  | 404      | 404                | 404  | 404

          ENDED_IT                               | 409 E    | 409 E              | 409 E | 200
          JOINED_AT_THE_END                      | 409 E    | 409 E              | 409 E | 200
          AWAY_AT_THE_END                        | 409 E    | 409 E              | 409 E | 200
          SENT_AND_ENDED                         | 409 E    | 409 E              | 409 E | 200
          SENT_AND_ENDED_TO_NOBODY               | 409 E    | 409 E              | 409 E | 200
          BLOCKED_THE_OTHER                      | 409 E    | 409 E              | 409 E | 200

          ANSWERABLE                             | 404      | 404                | 409 E | 200
          ANSWERABLE_BUT_ANOTHER_ANSWERED        | 404      | 404                | 409 E | 404
          ANSWERABLE_BUT_REOPENED_WITH           | 404      | 404                | 409 E | 404
          INVITED_AT_THE_END                     | 404      | 404                | 409 E | 404
          INVITED_AGAIN_AT_THE_END               | 404      | 404                | 409 E | 404
          INVITED_AT_AN_EARLIER_END              | 404      | 404                | 409 E | 404
          BLOCKED_THE_OTHER_WHILE_INVITED        | 404      | 404                | 409 E | 404

          LEFT_AS_THE_LAST                       | 404      | 404                | 404  | 200
          LEFT_LAST_AFTER_OTHERS                 | 404      | 404                | 404  | 200
          GRACE_EXPIRED_AS_THE_LAST              | 404      | 404                | 404  | 200
          LEFT_BEFORE_THE_END                    | 404      | 404                | 404  | 404
          LEFT_BEFORE_THE_LAST                   | 404      | 404                | 404  | 404
          GRACE_EXPIRED_BEFORE_THE_END           | 404      | 404                | 404  | 404
          LEFT_AS_THE_LAST_BUT_REOPENED_SINCE    | 404      | 404                | 404  | 404

          FORCED_AT_THE_END                      | 404      | 404                | 404  | 404
          FORCED_WHILE_INVITED_AT_THE_END        | 404      | 404                | 404  | 404
          FORCED_BEFORE_THE_END                  | 404      | 404                | 404  | 404
          REMOVED_AS_THE_LAST                    | 404      | 404                | 404  | 404
          NOT_READMITTED_AND_ENDED_AGAIN         | 404      | 404                | 404  | 404
          NOT_READMITTED_AND_LAST_ONE_LEFT       | 404      | 404                | 404  | 404

          NONE_IN_AN_ACTIVE_ONE                  | 404      | 404                | 404  | 404
          NONE_IN_AN_ENDED_ONE                   | 404      | 404                | 404  | 404
          DENIED_IN_AN_ACTIVE_ONE                | 404      | 404                | 404  | 404
          """)
  void theTable(Situation bob, String messages, String inviteLeaveEnd, String join, String reopen) {
    assertEquals(messages, answer(bob, Commands.send(BOB)), "messages");
    assertEquals(inviteLeaveEnd, answer(bob, Commands.invite(BOB, DAN)), "invite");
    assertEquals(inviteLeaveEnd, answer(bob, Commands.leave(BOB)), "leave");
    assertEquals(inviteLeaveEnd, answer(bob, Commands.end(BOB)), "end");
    assertEquals(join, answer(bob, Commands.join(BOB)), "join");
    assertEquals(reopen, answer(bob, Commands.reopen(BOB)), "reopen");
    assertEquals(reopen, answer(bob, Commands.reopenWith(BOB)), "reopen with nobody");
    assertEquals(reopen, answer(bob, Commands.reopenWith(BOB, DAN)), "reopen with a new one");
  }

  @ParameterizedTest
  @EnumSource
  void everybodyWhoWasEverAParticipantIsInTheRosterAndNobodyElse(Situation bob) {
    boolean none = bob.name().startsWith("NONE") || bob.name().startsWith("DENIED");
    assertEquals(none, bob.story().state().member(BOB).isEmpty());
  }

  private static String answer(Situation bob, Command.Existing command) {
    Outcome outcome = bob.story().outcome(command);
    return switch (outcome.answer()) {
      case "ok" -> outcome.events().isEmpty() ? "200-" : "200";
      case "NOT_FOUND" -> "404";
      case "SESSION_ENDED" -> "409 E";
      case "SESSION_NOT_ENDED" -> "409 N";
      default -> outcome.answer();
    };
  }
}
