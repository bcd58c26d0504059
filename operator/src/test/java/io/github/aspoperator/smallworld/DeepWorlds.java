package io.github.aspoperator.smallworld;

import static io.github.aspoperator.smallworld.Act.callJoin;
import static io.github.aspoperator.smallworld.Act.end;
import static io.github.aspoperator.smallworld.Act.invite;
import static io.github.aspoperator.smallworld.Act.inviteToOther;
import static io.github.aspoperator.smallworld.Act.join;
import static io.github.aspoperator.smallworld.Act.leave;
import static io.github.aspoperator.smallworld.Act.message;
import static io.github.aspoperator.smallworld.Act.reopen;
import static io.github.aspoperator.smallworld.Act.replaceToken;
import static io.github.aspoperator.smallworld.Cast.AGENT;
import static io.github.aspoperator.smallworld.Cast.PEER;
import static io.github.aspoperator.smallworld.Chance.CLEAN_DROP;
import static io.github.aspoperator.smallworld.Chance.CONNECT;
import static io.github.aspoperator.smallworld.Chance.CRASH;
import static io.github.aspoperator.smallworld.Chance.CRASH_CALL;
import static io.github.aspoperator.smallworld.Chance.CRASH_JOB;
import static io.github.aspoperator.smallworld.Chance.LOST_DROP;
import static io.github.aspoperator.smallworld.Chance.SPARE_BELL;
import static io.github.aspoperator.smallworld.Chance.STUCK;
import static io.github.aspoperator.smallworld.Chance.SWALLOW;
import static io.github.aspoperator.smallworld.Chance.TIME;

/** Bigger worlds, for those who ask ({@code -Dsmallworld.deep=true}). */
final class DeepWorlds {

  private DeepWorlds() {}

  static Setting comesAndGoesInHaste() {
    return Worlds.joined("a joined agent comes back before it is known to be gone")
        .line(message(PEER), message(PEER), message(PEER))
        .beside()
        .may(2, CONNECT)
        .may(2, CLEAN_DROP);
  }

  static Setting inviteeInHaste() {
    return Worlds.stranger("an invitee joins, comes back before it is known to be gone")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .beside()
        .may(2, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting oneCrashAndReturn() {
    return Worlds.stranger("an invitee joins, goes and returns, and a drain or a replay dies")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH);
  }

  static Setting twoCrashes() {
    return Worlds.stranger("an invitee joins, and two drains or replays die")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .coalesced()
        .may(1, CONNECT)
        .may(2, CRASH);
  }

  static Setting longRunAndCrash() {
    return Worlds.stranger("a run too long for the drain, and a drain or a replay dies")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .inline(1)
        .may(1, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH);
  }

  static Setting rejoinsConnected() {
    return Worlds.joined("left, invited again, joined again, while connected")
        .line(message(PEER), invite(PEER, AGENT), message(PEER))
        .line(leave(AGENT), join(AGENT))
        .connected()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting reopenedConnected() {
    return Worlds.joined("ended, reopened by the peer, joined again, while connected")
        .line(end(PEER), reopen(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .connected()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting beside() {
    return Worlds.joined("a connection beside another, one of them goes, two messages")
        .line(message(PEER), message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting swallowsInvitation() {
    return Worlds.stranger("an invitee joins, and a connection swallows what it is given")
        .line(invite(PEER, AGENT))
        .line(join(AGENT))
        .beside()
        .may(2, CONNECT)
        .may(1, SWALLOW);
  }

  static Setting stuckWhileHeadIsLost() {
    return Worlds.joined("a connection takes no more, while a pass loses its head")
        .behind(message(PEER), message(PEER))
        .otherLags()
        .beside()
        .may(2, CONNECT)
        .may(1, STUCK);
  }

  static Setting notYoungBeside() {
    return Worlds.joined("connections are gone before and after they are thought young")
        .line(message(PEER))
        .answersLater()
        .beside()
        .may(2, CONNECT)
        .may(1, LOST_DROP)
        .may(1, TIME);
  }

  static Setting twoDrainsAndReturn() {
    return Worlds.joined("two drains at once, one dies, and the agent goes and returns")
        .line(message(PEER), message(PEER))
        .twoDrains()
        .connected()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH);
  }

  static Setting besideAndCrash() {
    return Worlds.joined("a connection beside another, and a drain or a replay dies")
        .line(message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH);
  }

  static Setting presenceTwice() {
    return Worlds.present("presence: two jobs at once, three connections, a call and a job die")
        .beside()
        .twoJobs()
        .may(2, CONNECT)
        .may(2, CLEAN_DROP)
        .may(1, CRASH_CALL)
        .may(1, CRASH_JOB);
  }

  static Setting goesWhileJoiningTwice() {
    return Worlds.present("presence: the agent joins another session, goes and returns twice")
        .before(Act.create(PEER), inviteToOther(PEER, AGENT))
        .line(callJoin(1, AGENT))
        .beside()
        .may(1, CONNECT)
        .may(2, CLEAN_DROP);
  }

  static Setting tokenReplaced() {
    return Setting.of(
            "a token is replaced while three connections come and go", Topic.TOKEN, Topic.CONNECTED)
        .before(Act.create(PEER), invite(PEER, AGENT), join(AGENT))
        .line(replaceToken(AGENT))
        .beside()
        .may(2, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH_CALL);
  }

  static Setting swallowsWhatABecomingJoinedBrings() {
    return Setting.of(
            "a connection that swallows a run of what was said long ago",
            Topic.DELIVERY,
            Topic.PEER_CONNECTED)
        .before(Act.create(PEER), invite(PEER, AGENT))
        .line(join(AGENT))
        .connected()
        .beside()
        .stretching(20_000)
        .may(1, CONNECT)
        .may(1, SWALLOW)
        .may(1, TIME);
  }

  static Setting lagsAgain() {
    return Worlds.joined(
            "an agent that lags again when a connection has swallowed what a replay brought")
        .behind(message(PEER))
        .line(message(PEER))
        .stretching(20_000)
        .may(2, CONNECT)
        .may(1, SWALLOW)
        .may(1, TIME);
  }

  static Setting blockerComesAgain() {
    return Worlds.blockerComesAgain("a block, while two drains note who is in")
        .twoDrains()
        .may(1, SPARE_BELL);
  }
}
