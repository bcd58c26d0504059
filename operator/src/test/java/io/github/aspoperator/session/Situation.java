package io.github.aspoperator.session;

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

/** Every way in which Bob can stand in a session; Ann is there, and Cat where there is a third. */
enum Situation {
  // active: joined
  CREATED_IT,
  JOINED,
  JOINED_AGAIN,
  JOINED_BUT_AWAY,
  JOINED_AND_BACK,
  REOPENED_IT,

  // active: invited
  INVITED,
  INVITED_AGAIN,
  INVITED_BY_REOPENING,

  // active: left
  LEFT,
  GRACE_EXPIRED,
  FORCED_WHILE_JOINED,
  FORCED_WHILE_INVITED,
  REMOVED_WHILE_INVITED,
  INVITED_AT_AN_END_AND_REOPENED_WITHOUT,
  ANSWERABLE_AND_REOPENED_WITHOUT,
  JOINED_AT_AN_END_AND_REOPENED_WITHOUT,

  // ended: joined
  ENDED_IT,
  JOINED_AT_THE_END,
  AWAY_AT_THE_END,
  SENT_AND_ENDED,
  SENT_AND_ENDED_TO_NOBODY,
  BLOCKED_THE_OTHER,

  // ended: left, by session.ended
  ANSWERABLE,
  ANSWERABLE_BUT_ANOTHER_ANSWERED,
  ANSWERABLE_BUT_REOPENED_WITH,
  INVITED_AT_THE_END,
  INVITED_AGAIN_AT_THE_END,
  INVITED_AT_AN_EARLIER_END,
  BLOCKED_THE_OTHER_WHILE_INVITED,

  // ended: left, by its own going
  LEFT_AS_THE_LAST,
  LEFT_LAST_AFTER_OTHERS,
  GRACE_EXPIRED_AS_THE_LAST,
  LEFT_BEFORE_THE_END,
  LEFT_BEFORE_THE_LAST,
  GRACE_EXPIRED_BEFORE_THE_END,
  LEFT_AS_THE_LAST_BUT_REOPENED_SINCE,

  // ended: left, made to
  FORCED_AT_THE_END,
  FORCED_WHILE_INVITED_AT_THE_END,
  FORCED_BEFORE_THE_END,
  REMOVED_AS_THE_LAST,
  NOT_READMITTED_AND_ENDED_AGAIN,
  NOT_READMITTED_AND_LAST_ONE_LEFT,

  // never a participant
  NONE_IN_AN_ACTIVE_ONE,
  NONE_IN_AN_ENDED_ONE,
  DENIED_IN_AN_ACTIVE_ONE;

  Story story() {
    return switch (this) {
      case CREATED_IT -> Story.of(open(BOB, ANN));
      case JOINED -> bobJoined();
      case JOINED_AGAIN -> bobJoined().then(leave(BOB), invite(ANN, BOB), join(BOB));
      case JOINED_BUT_AWAY -> bobJoined().then(away(BOB));
      case JOINED_AND_BACK -> bobJoined().then(away(BOB), back(BOB));
      case REOPENED_IT -> bobJoined().then(end(ANN), reopen(BOB));
      case INVITED -> Story.of(open(ANN, BOB));
      case INVITED_AGAIN -> bobJoined().then(leave(BOB), invite(ANN, BOB));
      case INVITED_BY_REOPENING -> bobJoined().then(end(ANN), reopen(ANN));
      case LEFT -> bobJoined().then(leave(BOB));
      case GRACE_EXPIRED -> bobJoined().then(away(BOB), graceOver(BOB));
      case FORCED_WHILE_JOINED -> bobJoined().then(forceLeave(ANN, BOB));
      case FORCED_WHILE_INVITED -> Story.of(open(ANN, BOB, CAT)).then(forceLeave(ANN, BOB));
      case REMOVED_WHILE_INVITED -> Story.of(open(ANN, BOB)).then(withdraw(BOB));
      case INVITED_AT_AN_END_AND_REOPENED_WITHOUT ->
          Story.of(open(ANN, BOB)).then(end(ANN), reopenWith(ANN));
      case ANSWERABLE_AND_REOPENED_WITHOUT ->
          Story.of(sendAndEnd(ANN, BOB, CAT)).then(reopenWith(ANN, CAT));
      case JOINED_AT_AN_END_AND_REOPENED_WITHOUT -> bobJoined().then(end(ANN), reopenWith(ANN));
      case ENDED_IT -> bobJoined().then(end(BOB));
      case JOINED_AT_THE_END -> bobJoined().then(end(ANN));
      case AWAY_AT_THE_END -> bobJoined().then(away(BOB), end(ANN));
      case SENT_AND_ENDED -> Story.of(sendAndEnd(BOB, ANN));
      case SENT_AND_ENDED_TO_NOBODY -> Story.of(sendAndEnd(BOB));
      case BLOCKED_THE_OTHER -> bobWithAnnOnly().then(forceLeave(BOB, ANN));
      case ANSWERABLE -> Story.of(sendAndEnd(ANN, BOB));
      case ANSWERABLE_BUT_ANOTHER_ANSWERED ->
          Story.of(sendAndEnd(ANN, BOB, CAT)).then(reopen(CAT), end(CAT));
      case ANSWERABLE_BUT_REOPENED_WITH ->
          Story.of(sendAndEnd(ANN, BOB)).then(reopenWith(ANN, BOB), end(ANN));
      case INVITED_AT_THE_END -> Story.of(open(ANN, BOB)).then(end(ANN));
      case INVITED_AGAIN_AT_THE_END -> bobJoined().then(leave(BOB), invite(ANN, BOB), end(ANN));
      case INVITED_AT_AN_EARLIER_END ->
          Story.of(open(ANN, BOB)).then(end(ANN), reopenWith(ANN), end(ANN));
      case BLOCKED_THE_OTHER_WHILE_INVITED -> Story.of(open(ANN, BOB)).then(forceLeave(BOB, ANN));
      case LEFT_AS_THE_LAST -> Story.of(open(BOB)).then(leave(BOB));
      case LEFT_LAST_AFTER_OTHERS -> bobJoined().then(leave(CAT), leave(ANN), leave(BOB));
      case GRACE_EXPIRED_AS_THE_LAST -> Story.of(open(BOB)).then(away(BOB), graceOver(BOB));
      case LEFT_BEFORE_THE_END -> bobJoined().then(leave(BOB), end(ANN));
      case LEFT_BEFORE_THE_LAST -> bobJoined().then(leave(CAT), leave(BOB), leave(ANN));
      case GRACE_EXPIRED_BEFORE_THE_END -> bobJoined().then(away(BOB), graceOver(BOB), end(ANN));
      case LEFT_AS_THE_LAST_BUT_REOPENED_SINCE ->
          bobWithAnnOnly()
              .then(end(ANN), reopenWith(BOB), leave(BOB), reopenWith(BOB, ANN))
              .then(leave(BOB), join(ANN), end(ANN));
      case FORCED_AT_THE_END -> bobWithAnnOnly().then(forceLeave(ANN, BOB));
      case FORCED_WHILE_INVITED_AT_THE_END -> Story.of(open(ANN, BOB)).then(forceLeave(ANN, BOB));
      case FORCED_BEFORE_THE_END -> bobJoined().then(forceLeave(ANN, BOB), end(ANN));
      case REMOVED_AS_THE_LAST -> Story.of(open(BOB)).then(withdraw(BOB));
      case NOT_READMITTED_AND_ENDED_AGAIN -> bobJoined().then(end(ANN), reopenWith(ANN), end(ANN));
      case NOT_READMITTED_AND_LAST_ONE_LEFT ->
          bobWithAnnOnly().then(end(ANN), reopenWith(ANN), leave(ANN));
      case NONE_IN_AN_ACTIVE_ONE -> Story.of(open(ANN, CAT)).then(join(CAT), send(CAT));
      case NONE_IN_AN_ENDED_ONE -> Story.of(sendAndEnd(ANN, CAT));
      case DENIED_IN_AN_ACTIVE_ONE -> {
        Story story = Story.of(open(ANN)).ties(ties -> ties.strangers(ANN, BOB));
        story.ask(invite(ANN, BOB));
        yield story;
      }
    };
  }

  private static Story bobWithAnnOnly() {
    return Story.of(open(ANN, BOB)).then(join(BOB));
  }

  private static Story bobJoined() {
    return Story.of(open(ANN, BOB, CAT)).then(join(CAT), join(BOB));
  }
}
