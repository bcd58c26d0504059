package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** What a block does to those whom it parts (section 2). */
public final class BlockChecks {

  private static JsonNode awaitLeft(Ear ear, String session, Agent who) {
    return ear.await(
        "session.left of " + who,
        frame ->
            frame.path("session_id").asText().equals(session)
                && frame.path("type").asText().equals("session.left")
                && frame.at("/payload/agent").asText().equals(who.handle()));
  }

  private static JsonNode left(Agent who) {
    return Json.read("{\"agent\":" + Json.quote(who.handle()) + ",\"reason\":\"left\"}");
  }

  @Check(id = "ASP-BLK-001", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void theBlockedLeavesEveryActiveSessionOfBothAndAllSeeIt(Play play) {
    List<Ear> ears = play.agents().stream().map(Agent::connect).toList();
    String one = play.ann().meet(play.bob(), play.carol());
    String two = play.bob().meet(play.ann(), play.carol());
    play.admin().block(play.ann(), play.bob());
    for (String session : List.of(one, two)) {
      for (Ear ear : ears) {
        JsonNode event = awaitLeft(ear, session, play.bob());
        Expect.equal(left(play.bob()), event.path("payload"), "the payload");
      }
      Expect.equal("left", play.carol().statusOf(session, play.bob()), "the blocked one");
      Expect.equal("joined", play.carol().statusOf(session, play.ann()), "the blocker");
      Expect.equal("active", play.carol().read(session).text("state"), "the state");
    }
  }

  @Check(id = "ASP-BLK-002", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void theBlockedSeesItsLeavingAndNothingAfterIt(Play play) {
    Ear blocked = play.bob().connect();
    Ear third = play.carol().connect();
    String session = play.ann().meet(play.bob(), play.carol());
    play.admin().block(play.ann(), play.bob());
    JsonNode last = awaitLeft(blocked, session, play.bob());
    var _ = third.await(session, play.ann().say(session, "without you"));
    Expect.equal(last, play.bob().history(session).getLast(), "the last it reads");
    play.admin().unblock(play.ann(), play.bob());
    var _ = play.carol().invite(session, play.bob()).is(200);
    JsonNode invited =
        blocked.await(
            "the invitation after it",
            frame ->
                frame.path("session_id").asText().equals(session)
                    && frame.at("/payload/invitee").asText().equals(play.bob().handle())
                    && frame.path("sequence").asLong() > last.path("sequence").asLong());
    List<JsonNode> heard = blocked.of(session);
    Expect.equal(last, heard.get(heard.indexOf(invited) - 1), "the last it heard before that");
  }

  @Check(id = "ASP-BLK-003", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void anInvitedOneIsThrownOutToo(Play play) {
    Ear blocked = play.bob().connect();
    String session = play.ann().open(play.bob(), play.carol());
    play.admin().block(play.ann(), play.bob());
    JsonNode event = awaitLeft(blocked, session, play.bob());
    Expect.equal(left(play.bob()), event.path("payload"), "the payload");
    Expect.equal(
        List.of("session.invited", "session.left"), play.bob().types(session), "what it reads");
    var _ = play.bob().join(session).is(404);
  }

  @Check(id = "ASP-BLK-004", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void anInvitedBlockerIsPartedFromAJoinedOne(Play play) {
    Ear blocked = play.bob().connect();
    String session = play.carol().open(play.ann(), play.bob());
    var _ = play.bob().join(session).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ = awaitLeft(blocked, session, play.bob());
    Expect.equal("invited", play.carol().statusOf(session, play.ann()), "the blocker");
    Expect.equal("left", play.carol().statusOf(session, play.bob()), "the blocked one");
  }

  @Check(id = "ASP-BLK-005", clause = Clause.BLOCK, level = Level.OURS, needs = Need.ADMIN)
  public void aSessionOfTheTwoAloneEndsUnseenByTheBlocked(Play play) {
    Ear blocker = play.ann().connect();
    String session = play.ann().meet(play.bob());
    play.admin().block(play.ann(), play.bob());
    JsonNode ended = blocker.awaitType(session, "session.ended");
    Expect.equal(Json.read("{}"), ended.path("payload"), "the payload");
    List<String> types = play.ann().types(session);
    Expect.equal(
        List.of("session.left", "session.ended"),
        types.subList(types.size() - 2, types.size()),
        "the end of the log");
    Expect.equal("session.left", play.bob().types(session).getLast(), "the last the blocked reads");
    Expect.equal("ended", play.ann().read(session).text("state"), "the state");
  }

  @Check(
      id = "ASP-BLK-006",
      clause = Clause.BLOCK,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void aThirdWhoIsOnlyInvitedKeepsTheSessionAlive(Play play) {
    Ear blocker = play.ann().connect();
    String session = play.ann().open(play.bob(), play.carol());
    var _ = play.bob().join(session).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ = awaitLeft(blocker, session, play.bob());
    Expect.equal("active", play.ann().read(session).text("state"), "the state");
    var _ = play.carol().join(session).is(200);
  }

  @Check(id = "ASP-BLK-007", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void theBlockedIsAnsweredAsAnyoneWhoLeft(Play play) {
    Ear blocked = play.bob().connect();
    String parted = play.ann().meet(play.bob(), play.carol());
    String gone = play.ann().meet(play.bob(), play.carol());
    var _ = play.bob().leave(gone).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ = awaitLeft(blocked, parted, play.bob());
    for (String verb : List.of("join", "leave", "end", "reopen")) {
      Expect.equal(
          play.bob().post("/sessions/" + gone + "/" + verb, "").masked(),
          play.bob().post("/sessions/" + parted + "/" + verb, "").masked(),
          "the answer to " + verb);
    }
    Expect.equal(
        play.bob().send(gone, "{\"content\":\"x\"}").masked(),
        play.bob().send(parted, "{\"content\":\"x\"}").masked(),
        "the answer to a message");
  }

  @Check(id = "ASP-BLK-008", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void anEndedSessionIsLeftAsItIs(Play play) {
    Ear third = play.carol().connect();
    String over = play.ann().meet(play.bob(), play.carol());
    var _ = play.ann().end(over).is(200);
    String active = play.ann().meet(play.bob(), play.carol());
    List<String> before = play.ann().types(over);
    play.admin().block(play.ann(), play.bob());
    var _ = awaitLeft(third, active, play.bob());
    Expect.equal(before, play.ann().types(over), "the log");
    Expect.equal("joined", play.ann().statusOf(over, play.bob()), "the blocked one there");
  }

  @Check(id = "ASP-BLK-009", clause = Clause.REACHABLE, needs = Need.ADMIN)
  public void aBlockBarsContactBothWaysWhateverThePolicies(Play play) {
    play.admin().allow(play.ann(), play.bob().handle());
    play.admin().allow(play.bob(), play.ann().handle());
    play.admin().block(play.ann(), play.bob());
    Expect.that(!TrustChecks.reaches(play.bob(), play.ann()), "the blocked reaches the blocker");
    Expect.that(!TrustChecks.reaches(play.ann(), play.bob()), "the blocker reaches the blocked");
  }

  @Check(id = "ASP-BLK-010", clause = Clause.BLOCK, agents = 3, needs = Need.ADMIN)
  public void unblockingRestoresNothingButAllowsNewContact(Play play) {
    Ear third = play.carol().connect();
    String session = play.ann().meet(play.bob(), play.carol());
    play.admin().block(play.ann(), play.bob());
    var _ = awaitLeft(third, session, play.bob());
    List<String> before = play.ann().types(session);
    play.admin().unblock(play.ann(), play.bob());
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "the blocked one");
    Expect.equal(before, play.ann().types(session), "the log");
    var _ = play.bob().join(session).is(404);
    Expect.that(TrustChecks.reaches(play.ann(), play.bob()), "the blocker reaches the other");
    Expect.that(TrustChecks.reaches(play.bob(), play.ann()), "the other reaches the blocker");
  }

  @Check(
      id = "ASP-BLK-011",
      clause = Clause.BLOCK,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void blockingAnUnknownHandleIsNoOracle(Play play) {
    String blocks = "/agents/" + play.ann().handle() + "/blocks/";
    String nobody = play.nobody();
    for (int i = 0; i < 2; i++) {
      var _ = play.admin().call("PUT", blocks + nobody, "").is(204);
    }
    for (int i = 0; i < 2; i++) {
      var _ = play.admin().call("DELETE", blocks + nobody, "").is(204);
    }
    String later = play.nobody();
    var _ = play.admin().call("PUT", blocks + later, "").is(204);
    Agent born = play.agent(later, "open");
    Expect.that(!TrustChecks.reaches(born, play.ann()), "registered later, it reaches the blocker");
  }

  @Check(
      id = "ASP-BLK-012",
      clause = Clause.BLOCK,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void onlyAnotherAgentCanBeBlocked(Play play) {
    String blocks = "/agents/" + play.ann().handle() + "/blocks/";
    for (String peer :
        List.of(play.ann().handle(), play.ann().ownerGlob(), "@other.*", "nobody", "@A.b")) {
      var _ = play.admin().call("PUT", blocks + peer, "").refused(400, "INVALID_REQUEST");
    }
  }
}
