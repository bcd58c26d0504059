package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** Who may reach whom: policies, allowlists, when they are looked at (section 2). */
public final class TrustChecks {

  /** Whether {@code from} can bring {@code to} into a session of its own. */
  static boolean reaches(Agent from, Agent to) {
    String session = from.create("{}").is(201).text("session_id");
    int status = from.invite(session, to).status();
    Expect.that(status != 403, "an invitation was answered with 403");
    return !from.statusOf(session, to).isEmpty();
  }

  private static void reach(boolean expected, Agent one, Agent other, String when) {
    Expect.equal(expected, reaches(one, other), one + " reaches " + other + ", " + when);
    Expect.equal(expected, reaches(other, one), other + " reaches " + one + ", " + when);
  }

  @Check(id = "ASP-TRU-001", clause = Clause.POLICY, agents = 1, needs = Need.ADMIN)
  public void withoutAPolicyAnAgentIsClosed(Play play) {
    String handle = "@" + play.word() + ".shut";
    String body = "{\"handle\":" + Json.quote(handle) + "}";
    JsonNode made = play.admin().call("POST", "/agents", body).is(201).json();
    Expect.equal("allowlist", made.path("policy").asText(), "the default policy");
    Expect.equal(Json.read("[]"), made.path("allowlist"), "the default allowlist");
    String session = play.ann().create("{}").is(201).text("session_id");
    var _ =
        play.ann()
            .post("/sessions/" + session + "/invite", "{\"invite\":[" + Json.quote(handle) + "]}");
    Expect.equal(
        1, play.ann().read(session).is(200).json().path("participants").size(), "participants");
  }

  @Check(id = "ASP-TRU-002", clause = Clause.REACHABLE)
  public void agentsThatAdmitEachOtherReachEachOther(Play play) {
    reach(true, play.ann(), play.bob(), "both admitting the other");
  }

  @Check(id = "ASP-TRU-003", clause = Clause.REACHABLE, agents = 0, needs = Need.ADMIN)
  public void bothGatesMustAdmit(Play play) {
    Agent one = play.agent("allowlist");
    Agent other = play.agent("allowlist");
    reach(false, one, other, "neither listing the other");
    play.admin().allow(one, other.handle());
    reach(false, one, other, "only the first listing the other");
    play.admin().disallow(one, other.handle());
    play.admin().allow(other, one.handle());
    reach(false, one, other, "only the second listing the other");
    play.admin().allow(one, other.handle());
    reach(true, one, other, "both listing the other");
  }

  @Check(id = "ASP-TRU-004", clause = Clause.REACHABLE, agents = 1, needs = Need.ADMIN)
  public void anOpenAgentReachesAClosedOneOnlyIfThatListsIt(Play play) {
    Agent closed = play.agent("allowlist");
    reach(false, play.ann(), closed, "open and closed");
    play.admin().allow(closed, play.ann().handle());
    reach(true, play.ann(), closed, "open and listing it");
  }

  @Check(id = "ASP-TRU-005", clause = Clause.POLICY, agents = 0, needs = Need.ADMIN)
  public void anEntryMayNameAllAgentsOfAnOwner(Play play) {
    Agent one = play.agent("allowlist");
    String owner = play.word();
    Agent sibling = play.agent("@" + owner + ".first", "allowlist");
    Agent other = play.agent("@" + owner + ".second", "allowlist");
    Agent longer = play.agent("@" + owner + "x.first", "open");
    play.admin().allow(one, "@" + owner + ".*");
    play.admin().allow(sibling, one.ownerGlob());
    play.admin().allow(other, one.ownerGlob());
    reach(true, one, sibling, "listed by their owner");
    reach(true, one, other, "listed by their owner");
    reach(false, one, longer, "another owner whose name begins so");
  }

  @Check(id = "ASP-TRU-006", clause = Clause.POLICY, agents = 0, needs = Need.ADMIN)
  public void anEntryOfOneAgentAdmitsNoSibling(Play play) {
    Agent one = play.agent("allowlist");
    String owner = play.word();
    Agent listed = play.agent("@" + owner + ".first", "open");
    Agent sibling = play.agent("@" + owner + ".first2", "open");
    play.admin().allow(one, listed.handle());
    reach(true, one, listed, "listed");
    reach(false, one, sibling, "a sibling of one that is listed");
  }

  @Check(id = "ASP-TRU-007", clause = Clause.POLICY, agents = 1, needs = Need.ADMIN)
  public void aChangedPolicyCountsFromNowOn(Play play) {
    Agent other = play.agent("allowlist");
    reach(false, play.ann(), other, "closed");
    play.admin().policy(other, "open");
    reach(true, play.ann(), other, "opened");
    play.admin().policy(other, "allowlist");
    reach(false, play.ann(), other, "closed again");
  }

  @Check(id = "ASP-TRU-008", clause = Clause.POLICY, agents = 1, needs = Need.ADMIN)
  public void whoIsTakenOffTheListIsNotReachedAnyMore(Play play) {
    Agent other = play.agent("allowlist");
    play.admin().allow(other, play.ann().handle(), play.ann().ownerGlob());
    play.admin().disallow(other, play.ann().handle());
    reach(true, play.ann(), other, "still listed by its owner");
    play.admin().disallow(other, play.ann().ownerGlob());
    reach(false, play.ann(), other, "taken off");
  }

  @Check(id = "ASP-TRU-009", clause = Clause.OMISSION, needs = Need.ADMIN)
  public void createOmitsTheDeniedSilently(Play play) {
    Agent closed = play.agent("allowlist");
    Ear ear = closed.connect();
    String body = "{\"invite\":" + Agent.list(closed, play.bob()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    Expect.equal("", play.ann().statusOf(session, closed), "the denied one in the roster");
    Expect.equal("invited", play.ann().statusOf(session, play.bob()), "the admitted one");
    Expect.equal(List.of("session.invited"), play.ann().types(session), "the log");
    for (String path : List.of("", "/events")) {
      var _ = closed.get("/sessions/" + session + path).is(404);
    }
    var _ = closed.join(session).is(404);
    play.admin().policy(closed, "open");
    var _ = play.ann().invite(session, closed).is(200);
    var _ = ear.awaitType(session, "session.invited");
    Expect.equal(List.of("session.invited"), ear.types(session), "what the denied one heard");
    Expect.equal(
        closed.handle(),
        ear.of(session).getFirst().at("/payload/invitee").asText(),
        "whose invitation");
  }

  @Check(id = "ASP-TRU-010", clause = Clause.OMISSION, needs = Need.ADMIN)
  public void inviteOmitsTheDeniedSilently(Play play) {
    Agent closed = play.agent("allowlist");
    String session = play.ann().create("{}").is(201).text("session_id");
    var _ =
        play.ann()
            .invite(session, closed, play.bob())
            .is(200, "{\"invited\":" + Agent.list(play.bob()) + "}");
    Expect.equal("", play.ann().statusOf(session, closed), "the denied one in the roster");
    Expect.equal(List.of("session.invited"), play.ann().types(session), "the log");
  }

  @Check(id = "ASP-TRU-011", clause = Clause.OMISSION, needs = Need.ADMIN)
  public void reopenIsSubjectToTheTrustOfToday(Play play) {
    Agent closing = play.agent("open");
    for (String body : List.of("", "{\"invite\":" + Agent.list(closing, play.bob()) + "}")) {
      play.admin().policy(closing, "open");
      String session = play.ann().meet(play.bob(), closing);
      var _ = play.ann().end(session).is(200);
      play.admin().policy(closing, "allowlist");
      var _ = play.ann().reopen(session, body).is(200, "{\"ok\":true}");
      Expect.equal("left", play.ann().statusOf(session, closing), "the denied one" + body);
      Expect.equal("invited", play.ann().statusOf(session, play.bob()), "the admitted one" + body);
      Expect.that(
          play.ann().history(session).stream()
              .noneMatch(event ->
                  event.at("/payload/invitee").asText().equals(closing.handle())
                      && event.path("sequence").asLong() > reopened(play.ann(), session)),
          "the denied one was invited again" + body);
    }
  }

  private static long reopened(Agent by, String session) {
    return by.history(session).stream()
        .filter(event -> event.path("type").asText().equals("session.reopened"))
        .findFirst()
        .orElseThrow()
        .path("sequence")
        .asLong();
  }

  @Check(id = "ASP-TRU-012", clause = Clause.POLICY, agents = 1, needs = Need.ADMIN)
  public void aRemovedEntryTouchesNoExistingSession(Play play) {
    Agent other = play.agent("allowlist");
    play.admin().allow(other, play.ann().handle());
    String met = play.ann().meet(other);
    String pending = play.ann().open(other);
    play.admin().disallow(other, play.ann().handle());
    reach(false, play.ann(), other, "taken off");
    Expect.equal("joined", play.ann().statusOf(met, other), "its status");
    long last = other.say(met, "still here");
    Expect.equal(
        last, play.ann().history(met).getLast().path("sequence").asLong(), "what the other reads");
    Expect.equal(play.ann().say(met, "so am I"), last + 1, "the next sequence");
    Expect.equal("invited", play.ann().statusOf(pending, other), "a pending invitation");
    var _ = other.join(pending).is(200);
  }
}
