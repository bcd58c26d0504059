package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;

/** Presence and grace (section 5); they wait for the operator's windows, which must be short. */
public final class PresenceChecks {

  private static JsonNode await(Ear ear, String session, String type, Agent agent) {
    return ear.await(
        type + " of " + agent,
        event ->
            event.path("session_id").asText().equals(session)
                && event.path("type").asText().equals(type)
                && event.at("/payload/agent").asText().equals(agent.handle()));
  }

  private static boolean had(Ear ear, String session, String type, Agent agent) {
    return ear.of(session).stream()
        .anyMatch(event ->
            event.path("type").asText().equals(type)
                && event.at("/payload/agent").asText().equals(agent.handle()));
  }

  /** An ear of {@code agent} that certainly is recorded. */
  private static Ear present(Agent agent) {
    return agent.connect();
  }

  @Check(id = "ASP-PRE-001", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void whoDropsIsReportedDisconnected(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob());
    present(play.bob()).close();
    var _ = await(ear, session, "session.disconnected", play.bob());
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "its status meanwhile");
  }

  @Check(id = "ASP-PRE-002", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void whoComesBackInTimeIsReportedReconnected(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob());
    present(play.bob()).close();
    var _ = await(ear, session, "session.disconnected", play.bob());
    Ear back = present(play.bob());
    var _ = await(ear, session, "session.reconnected", play.bob());
    var _ = await(back, session, "session.reconnected", play.bob());
  }

  @Check(id = "ASP-PRE-003", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void whoDoesNotComeBackLeaves(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob());
    present(play.bob()).close();
    JsonNode left = await(ear, session, "session.left", play.bob());
    Expect.equal("grace_expired", left.at("/payload/reason").asText(), "why");
    Expect.that(
        had(ear, session, "session.disconnected", play.bob()), "it left before it was reported");
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "its status");
  }

  @Check(id = "ASP-PRE-004", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void onlyAnInvitationBringsBackWhoWasMadeToLeave(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob());
    present(play.bob()).close();
    var _ = await(ear, session, "session.left", play.bob());
    var _ = play.bob().join(session).refused(404, "NOT_FOUND");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.bob().join(session).is(200);
  }

  @Check(id = "ASP-PRE-005", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void oneConnectionOfSeveralThatDropsChangesNothing(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob(), play.carol());
    Ear stays = present(play.bob());
    present(play.bob()).close();
    present(play.carol()).close();
    var _ = await(ear, session, "session.left", play.carol());
    Expect.that(
        !had(ear, session, "session.disconnected", play.bob()), "reported although it is there");
    Expect.that(!had(stays, session, "session.left", play.bob()), "made to leave");
  }

  @Check(id = "ASP-PRE-006", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void whoNeverConnectedIsNotTracked(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob(), play.carol());
    present(play.carol()).close();
    var _ = await(ear, session, "session.left", play.carol());
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "who never connected");
    Expect.that(
        !had(ear, session, "session.disconnected", play.bob()), "reported, but never was there");
  }

  @Check(id = "ASP-PRE-007", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void anEndedSessionHasNoPresenceEvents(Play play) {
    Ear ear = present(play.ann());
    String ended = play.ann().meet(play.bob());
    String active = play.ann().meet(play.bob());
    Ear gone = present(play.bob());
    var _ = play.ann().end(ended).is(200);
    int before = play.ann().history(ended).size();
    gone.close();
    var _ = await(ear, active, "session.left", play.bob());
    Expect.equal(before, play.ann().history(ended).size(), "events of the ended session");
  }

  @Check(id = "ASP-PRE-008", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void anAbsenceIsReportedInEverySessionOfTheAgent(Play play) {
    Ear atAnn = present(play.ann());
    Ear atCarol = present(play.carol());
    String one = play.ann().meet(play.bob());
    String two = play.carol().meet(play.bob());
    present(play.bob()).close();
    var _ = await(atAnn, one, "session.disconnected", play.bob());
    var _ = await(atCarol, two, "session.disconnected", play.bob());
  }

  @Check(id = "ASP-PRE-009", clause = Clause.GRACE, needs = Need.WINDOWS, agents = 3)
  public void whoIsOnlyInvitedIsNotMadeToLeave(Play play) {
    Ear ear = present(play.ann());
    String joined = play.ann().meet(play.bob());
    String invited = play.ann().open(play.bob());
    present(play.bob()).close();
    var _ = await(ear, joined, "session.left", play.bob());
    Expect.equal("invited", play.ann().statusOf(invited, play.bob()), "where it is invited");
  }

  @Check(id = "ASP-PRE-010", clause = Clause.GRACE, needs = Need.WINDOWS, level = Level.OURS)
  public void aSessionThatGraceEmptiesEnds(Play play) {
    Ear ear = present(play.bob());
    String marker = play.ann().meet(play.bob());
    String alone = play.ann().create("{}").is(201).text("session_id");
    present(play.ann()).close();
    var _ = await(ear, marker, "session.left", play.ann());
    var _ = play.ann().send(alone, "{\"content\":\"x\"}");
    Ear back = present(play.ann());
    var _ = await(back, alone, "session.left", play.ann());
    Expect.equal("ended", play.ann().read(alone).is(200).text("state"), "the state");
  }

  @Check(
      id = "ASP-PRE-011",
      clause = Clause.PRESENCE,
      needs = Need.WINDOWS,
      agents = 3,
      level = Level.OURS)
  public void whoIsBackBeforeItIsAwayIsNotReported(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob(), play.carol());
    present(play.bob()).close();
    Ear back = present(play.bob());
    present(play.carol()).close();
    var _ = await(ear, session, "session.left", play.carol());
    Expect.that(!had(back, session, "session.left", play.bob()), "made to leave");
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "its status");
  }

  @Check(id = "ASP-PRE-012", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void whatWasMissedBeforeItWasMadeToLeaveStillComes(Play play) {
    Ear ear = present(play.ann());
    String session = play.ann().meet(play.bob());
    Ear gone = present(play.bob());
    gone.close();
    long missed = play.ann().say(session, "missed");
    var _ = await(ear, session, "session.left", play.bob());
    Ear back = present(play.bob());
    var _ = back.await(session, missed);
    var _ = await(back, session, "session.left", play.bob());
  }
}
