package io.github.aspoperator.smallworld;

import static io.github.aspoperator.smallworld.Act.block;
import static io.github.aspoperator.smallworld.Act.callInvite;
import static io.github.aspoperator.smallworld.Act.callJoin;
import static io.github.aspoperator.smallworld.Act.end;
import static io.github.aspoperator.smallworld.Act.invite;
import static io.github.aspoperator.smallworld.Act.inviteToOther;
import static io.github.aspoperator.smallworld.Act.join;
import static io.github.aspoperator.smallworld.Act.leave;
import static io.github.aspoperator.smallworld.Act.message;
import static io.github.aspoperator.smallworld.Act.messageToOther;
import static io.github.aspoperator.smallworld.Act.reopen;
import static io.github.aspoperator.smallworld.Act.replaceToken;
import static io.github.aspoperator.smallworld.Cast.AGENT;
import static io.github.aspoperator.smallworld.Cast.PEER;
import static io.github.aspoperator.smallworld.Cast.THIRD;
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
import static io.github.aspoperator.smallworld.Chance.UNCLEAN_DROP;

/** The worlds that are explored in every build; the bigger ones are in {@link DeepWorlds}. */
final class Worlds {

  private Worlds() {}

  /** The agent is joined, was connected, and left cleanly. */
  static Setting joined(String name) {
    return Setting.of(name, Topic.DELIVERY, Topic.PEER_CONNECTED)
        .before(Act.create(PEER), invite(PEER, AGENT), join(AGENT));
  }

  /** The agent is not in the session yet. */
  static Setting stranger(String name) {
    return Setting.of(name, Topic.DELIVERY, Topic.PEER_CONNECTED).before(Act.create(PEER));
  }

  static Setting comesAndGoes() {
    return joined("a joined agent comes and goes")
        .line(message(PEER), message(PEER), message(PEER))
        .may(2, CONNECT)
        .may(2, CLEAN_DROP)
        .coalesced();
  }

  static Setting inviteeJoins() {
    return stranger("an invitee joins at any time")
        .line(invite(PEER, AGENT), message(PEER), message(PEER))
        .line(join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting oneCrash() {
    return stranger("an invitee joins, and a drain or a replay dies")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(1, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH);
  }

  static Setting longRun() {
    return stranger("a run too long for the drain")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP)
        .inline(1);
  }

  static Setting smallPages() {
    return stranger("pages and slices of one")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP)
        .smallest();
  }

  static Setting smallPagesOfLongRun() {
    return stranger("a run too long for the drain, in pages and slices of one")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP)
        .inline(1)
        .smallest();
  }

  static Setting rejoins() {
    return joined("left, invited again, joined again")
        .line(invite(PEER, AGENT), message(PEER))
        .line(leave(AGENT), join(AGENT))
        .may(2, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting rejoinsWithLongRun() {
    return joined("left, invited again, joined again, by a run too long for the drain")
        .line(message(PEER), invite(PEER, AGENT), message(PEER))
        .line(leave(AGENT), join(AGENT))
        .may(1, CONNECT)
        .inline(1);
  }

  static Setting reopened() {
    return joined("ended, reopened by the peer, joined again")
        .line(end(PEER), reopen(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting reopens() {
    return joined("ended, and reopened by the agent")
        .line(end(PEER))
        .line(reopen(AGENT))
        .connected()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting beside() {
    return joined("a connection beside another, and one of them goes")
        .line(message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting behindBeside() {
    return joined("a connection beside another, while a bell names no commit")
        .behind(message(PEER))
        .line(message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT);
  }

  static Setting inviteeBeside() {
    return stranger("an invitee joins, with a connection beside another")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .beside()
        .may(2, CONNECT);
  }

  static Setting joinsWhileToldAgain() {
    return Setting.of(
            "an invitee joins while a connection beside another is told, and a replay dies",
            Topic.DELIVERY,
            Topic.PEER_CONNECTED)
        .before(Act.create(PEER), message(PEER), message(PEER), invite(PEER, AGENT))
        .line(join(AGENT))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, CRASH);
  }

  static Setting unclean() {
    return joined("a connection closed by somebody else")
        .line(message(PEER), message(PEER))
        .connected()
        .may(1, CONNECT)
        .may(1, UNCLEAN_DROP);
  }

  static Setting lost() {
    return joined("a connection that goes, and nobody says so")
        .line(message(PEER), message(PEER))
        .connected()
        .may(1, CONNECT)
        .may(1, LOST_DROP);
  }

  static Setting swallows() {
    return joined("a connection that swallows what it is given")
        .line(message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, SWALLOW);
  }

  static Setting swallowsRun() {
    return stranger("a connection that swallows a run which the replay is in the middle of")
        .behind(message(PEER), invite(PEER, AGENT), join(AGENT))
        .smallest()
        .may(2, CONNECT)
        .may(1, SWALLOW);
  }

  static Setting swallowsWhatIsOld() {
    return joined("a connection that swallows what a replay brings, which was said long ago")
        .behind(message(PEER))
        .stretching(20_000)
        .may(2, CONNECT)
        .may(1, SWALLOW)
        .may(1, TIME);
  }

  static Setting late() {
    return joined("what is handed over long after it was said, while connections come and die")
        .line(message(PEER))
        .connected()
        .beside()
        .stretching(20_000)
        .may(1, CONNECT)
        .may(1, SWALLOW)
        .may(1, TIME);
  }

  static Setting lateAndNotYet() {
    return joined(
            "what is handed over long after it was said, to connections that are not open yet")
        .line(message(PEER))
        .connected()
        .beside()
        .answersLater()
        .stretching(20_000)
        .may(2, CONNECT)
        .may(1, TIME);
  }

  static Setting stuck() {
    return joined("a connection that takes no more")
        .line(message(PEER))
        .connected()
        .beside()
        .may(1, CONNECT)
        .may(1, STUCK);
  }

  static Setting notYet() {
    return joined("connections that are recorded before they are open")
        .line(message(PEER), message(PEER))
        .connected()
        .beside()
        .answersLater()
        .may(2, CONNECT);
  }

  static Setting notYoung() {
    return joined("a connection is gone before and after it is thought young")
        .line(message(PEER))
        .answersLater()
        .may(2, CONNECT)
        .may(1, LOST_DROP)
        .may(1, TIME);
  }

  static Setting keepsAnotherWaiting() {
    return joined("a connection whose connect died keeps another waiting, and a drop dies")
        .line(message(PEER))
        .connected()
        .halfConnected()
        .may(1, CLEAN_DROP)
        .may(1, CRASH_CALL);
  }

  static Setting joinsTwiceWhileAway() {
    return stranger("two becomings-joined are owed at once")
        .behind(
            invite(PEER, AGENT),
            join(AGENT),
            leave(AGENT),
            message(PEER),
            invite(PEER, AGENT),
            join(AGENT))
        .line(message(PEER))
        .inline(1)
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting otherCatchesUp() {
    return joined("somebody else catches up meanwhile")
        .line(message(PEER), message(PEER))
        .connected()
        .otherLags()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting otherCatchesUpAndCrash() {
    return joined("somebody else catches up, bells wait together, and a drain or a replay dies")
        .line(message(PEER), message(PEER), message(PEER))
        .otherLags()
        .coalesced()
        .may(1, CONNECT)
        .may(1, CRASH);
  }

  static Setting headLostBesideAnother() {
    return joined("a connection beside another, while a pass loses its head")
        .behind(message(PEER), message(PEER))
        .otherLags()
        .beside()
        .may(2, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting startsBehind() {
    return joined("a start, behind the log, with one bell that names none")
        .behind(message(PEER), message(PEER))
        .line(message(PEER))
        .smallest()
        .otherLags()
        .may(1, CONNECT)
        .may(1, CRASH);
  }

  static Setting twoDrains() {
    return joined("two drains at once")
        .line(message(PEER), message(PEER))
        .twoDrains()
        .may(1, CONNECT)
        .may(1, SPARE_BELL);
  }

  static Setting twoDrainsBesideAnother() {
    return joined("two drains at once while a connection is opened beside another")
        .behind(message(PEER))
        .line(message(PEER))
        .twoDrains()
        .connected()
        .beside()
        .may(1, CONNECT);
  }

  static Setting twoDrainsAndCrash() {
    return joined("two drains at once, and one dies")
        .line(message(PEER), message(PEER))
        .twoDrains()
        .may(1, CONNECT)
        .may(1, CRASH);
  }

  static Setting twoDrainsOfInvitee() {
    return stranger("two drains at once while an invitee joins, and one dies")
        .line(invite(PEER, AGENT))
        .line(join(AGENT))
        .twoDrains()
        .may(1, CONNECT)
        .may(1, CRASH);
  }

  static Setting twoDrainsOfConnectedInvitee() {
    return stranger("two drains at once while a connected invitee joins and the peer speaks")
        .line(invite(PEER, AGENT), message(PEER))
        .line(join(AGENT))
        .twoDrains()
        .connected();
  }

  /** What it is handed as an invitee lies between what it is handed of before. */
  static Setting twoDrainsOfLateInvitee() {
    return Setting.of(
            "two drains at once while a connected late invitee joins",
            Topic.DELIVERY,
            Topic.PEER_CONNECTED)
        .before(Act.create(PEER), message(PEER), message(PEER))
        .line(invite(PEER, AGENT))
        .line(join(AGENT))
        .twoDrains()
        .connected();
  }

  /** The agent is joined and connected, and presence is followed. */
  static Setting present(String name) {
    return Setting.of(name, Topic.PRESENCE, Topic.CONNECTED)
        .before(Act.create(PEER), invite(PEER, AGENT), join(AGENT));
  }

  static Setting goesAndReturns() {
    return present("presence: the agent goes and returns, and a call dies")
        .beside()
        .may(1, CONNECT)
        .may(2, CLEAN_DROP)
        .may(1, CRASH_CALL);
  }

  static Setting goesWithoutGrace() {
    return present("presence: no grace, and a job dies")
        .beside()
        .graceless()
        .may(2, CONNECT)
        .may(2, CLEAN_DROP)
        .may(1, CRASH_JOB);
  }

  static Setting graceDies() {
    return present("presence: a grace runs out, and a job dies")
        .may(1, CONNECT)
        .may(1, CLEAN_DROP)
        .may(1, CRASH_JOB);
  }

  static Setting goesWhileJoining() {
    return present("presence: the agent joins another session, goes and returns")
        .before(Act.create(PEER), inviteToOther(PEER, AGENT))
        .line(callJoin(1, AGENT))
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting goesWhileJoiningBesideTalk() {
    return present("presence: the agent joins another session, where the peer speaks, and goes")
        .before(Act.create(PEER), inviteToOther(PEER, AGENT))
        .line(callJoin(1, AGENT))
        .line(messageToOther(PEER))
        .may(1, CLEAN_DROP);
  }

  static Setting goesWhilePeerSpeaks() {
    return present("presence: the agent goes and returns while the peer speaks")
        .line(message(PEER), message(PEER))
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting tokenReplaced() {
    return Setting.of(
            "a token is replaced while connections come and go", Topic.TOKEN, Topic.CONNECTED)
        .before(Act.create(PEER), invite(PEER, AGENT), join(AGENT))
        .line(replaceToken(AGENT))
        .beside()
        .may(1, CONNECT)
        .may(1, CLEAN_DROP);
  }

  static Setting removedComesIn() {
    return Setting.of("an agent is removed, while it is invited and joins", Topic.REMOVAL)
        .before(Act.create(THIRD))
        .line(callInvite(THIRD, AGENT))
        .line(callJoin(0, AGENT))
        .line(Act.remove(AGENT));
  }

  static Setting blockedComesIn() {
    return Setting.of("a block, while the blocked one is invited and joins", Topic.BLOCKS)
        .before(Act.create(THIRD), invite(THIRD, PEER), join(PEER))
        .line(callInvite(THIRD, AGENT))
        .line(callJoin(0, AGENT))
        .line(block(PEER, AGENT))
        .line(message(THIRD));
  }

  static Setting blockerComesIn() {
    return Setting.of("a block, while the blocker is invited and joins", Topic.BLOCKS)
        .before(Act.create(THIRD), invite(THIRD, AGENT), join(AGENT))
        .line(callInvite(THIRD, PEER))
        .line(callJoin(0, PEER))
        .line(block(PEER, AGENT));
  }

  static Setting blockerComesAgainAndCrash() {
    return blockerComesAgain("a block, while a drain that noted who is out dies").may(1, CRASH);
  }

  /** The blocker has left, which the head does not know, and is invited again. */
  static Setting blockerComesAgain(String name) {
    return Setting.of(name, Topic.BLOCKS)
        .before(
            Act.create(THIRD), invite(THIRD, PEER), join(PEER), invite(THIRD, AGENT), join(AGENT))
        .behind(leave(PEER))
        .line(invite(THIRD, PEER))
        .line(block(PEER, AGENT));
  }
}
