package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;

/** Who may see what (section 5). */
public final class EligibilityChecks {

  private static List<Long> sequences(Agent agent, String session) {
    return agent.history(session).stream().map(e -> e.path("sequence").asLong()).toList();
  }

  @Check(id = "ASP-ELI-001", clause = Clause.ELIGIBILITY)
  public void anInviteeSeesItsInvitationAndNoContent(Play play) {
    String session = play.ann().create("{}").is(201).text("session_id");
    var _ = play.ann().say(session, "before");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.ann().say(session, "after");
    Expect.equal(List.of("session.invited"), play.bob().types(session), "what it reads");
  }

  @Check(id = "ASP-ELI-002", clause = Clause.ELIGIBILITY)
  public void aConnectedInviteeIsHandedItsInvitationAndNoContent(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().open(play.bob());
    var _ = ear.awaitType(session, "session.invited");
    var _ = play.ann().say(session, "secret");
    var _ = play.ann().end(session).is(200);
    var _ = ear.awaitType(session, "session.ended");
    Expect.equal(List.of("session.invited", "session.ended"), ear.types(session), "what came");
  }

  @Check(id = "ASP-ELI-003", clause = Clause.ELIGIBILITY)
  public void whoJoinsSeesEverythingFromTheFirstEvent(Play play) {
    String session = play.ann().create("{}").is(201).text("session_id");
    var _ = play.ann().say(session, "before");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.ann().say(session, "between");
    var _ = play.bob().join(session).is(200);
    Expect.equal(List.of(1L, 2L, 3L, 4L), sequences(play.bob(), session), "what it reads");
  }

  @Check(id = "ASP-ELI-004", clause = Clause.ELIGIBILITY)
  public void whoHasLeftSeesNothingAfterItsLeaving(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    int had = play.ann().history(session).size();
    var _ = play.ann().say(session, "behind its back");
    List<JsonNode> history = play.bob().history(session);
    Expect.equal(had, history.size(), "events");
    Expect.equal("session.left", history.getLast().path("type").asText(), "the last one");
  }

  @Check(id = "ASP-ELI-005", clause = Clause.ELIGIBILITY)
  public void whoIsInvitedAgainSeesWhatItHadAndTheInvitation(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    List<Long> had = sequences(play.bob(), session);
    var _ = play.ann().say(session, "in between");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.ann().say(session, "and after");
    List<Long> now = sequences(play.bob(), session);
    Expect.equal(had, now.subList(0, had.size()), "what it had");
    Expect.equal(had.size() + 1, now.size(), "one event more");
    Expect.equal("session.invited", play.bob().types(session).getLast(), "the one event more");
  }

  @Check(id = "ASP-ELI-006", clause = Clause.ELIGIBILITY)
  public void whoJoinsAgainSeesTheGapToo(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    var _ = play.ann().say(session, "in between");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.bob().join(session).is(200);
    Expect.equal(sequences(play.ann(), session), sequences(play.bob(), session), "what it reads");
  }

  @Check(id = "ASP-ELI-007", clause = Clause.ELIGIBILITY)
  public void whoIsNotReadmittedSeesNothingOfTheReopening(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().end(session).is(200);
    List<Long> had = sequences(play.bob(), session);
    var _ = play.ann().reopen(session, "{\"invite\":[]}").is(200);
    var _ = play.ann().say(session, "without it");
    Expect.equal(had, sequences(play.bob(), session), "what it reads");
  }

  @Check(id = "ASP-ELI-008", clause = Clause.ELIGIBILITY)
  public void whoIsReadmittedSeesTheReopeningAndItsInvitation(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().end(session).is(200);
    int had = play.bob().history(session).size();
    var _ = play.ann().reopen(session, "").is(200);
    var _ = play.ann().say(session, "not for invitees");
    List<String> types = play.bob().types(session);
    Expect.equal(
        List.of("session.reopened", "session.invited"),
        types.subList(had, types.size()),
        "what it reads of it");
  }

  @Check(id = "ASP-ELI-009", clause = Clause.ELIGIBILITY)
  public void whoIsInvitedSeesTheEnd(Play play) {
    String session = play.ann().open(play.bob());
    var _ = play.ann().say(session, "secret");
    var _ = play.ann().end(session).is(200);
    Expect.equal(
        List.of("session.invited", "session.ended"), play.bob().types(session), "what it reads");
  }

  @Check(id = "ASP-ELI-010", clause = Clause.ELIGIBILITY)
  public void whoIsJoinedIsHandedItsOwnEventsToo(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().open(play.bob());
    var _ = play.bob().join(session).is(200);
    long own = play.bob().say(session, "mine");
    var _ = ear.await(session, own);
    Expect.that(ear.types(session).contains("session.joined"), "its own joining did not come");
  }

  @Check(id = "ASP-ELI-011", clause = Clause.NEVER_PARTICIPANT, agents = 3)
  public void aStrangerFindsNothing(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.carol().read(session).refused(404, "NOT_FOUND");
    var _ = play.carol().get("/sessions/" + session + "/events").refused(404, "NOT_FOUND");
    var _ = play.carol().join(session).refused(404, "NOT_FOUND");
    var _ = play.carol().send(session, "{\"content\":\"x\"}").refused(404, "NOT_FOUND");
    var _ = play.carol().invite(session, play.bob()).refused(404, "NOT_FOUND");
    var _ = play.carol().leave(session).refused(404, "NOT_FOUND");
    var _ = play.carol().end(session).refused(404, "NOT_FOUND");
    var _ = play.carol().reopen(session, "").refused(404, "NOT_FOUND");
  }

  @Check(id = "ASP-ELI-012", clause = Clause.ONE_STREAM, agents = 3)
  public void aStrangerIsHandedNothing(Play play) {
    Ear ear = play.carol().connect();
    String session = play.ann().meet(play.bob());
    var _ = play.ann().say(session, "not for you");
    var _ = play.ann().invite(session, play.carol()).is(200);
    var _ = ear.awaitType(session, "session.invited");
    Expect.equal(
        List.of("session.invited"), ear.types(session), "what came of a session it was not in");
  }
}
