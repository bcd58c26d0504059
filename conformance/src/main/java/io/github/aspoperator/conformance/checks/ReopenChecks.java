package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** Reopening, and sessions that are sent and ended in one call (section 3). */
public final class ReopenChecks {

  private static String ended(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().say(session, "before");
    var _ = play.ann().end(session).is(200);
    return session;
  }

  private static List<String> since(Agent agent, String session, int before) {
    List<String> types = agent.types(session);
    return types.subList(before, types.size());
  }

  @Check(id = "ASP-REO-001", clause = Clause.REOPEN)
  public void aReopenedSessionKeepsItsIdAndTranscript(Play play) {
    String session = ended(play);
    List<JsonNode> before = play.ann().history(session);
    var _ = play.ann().reopen(session, "").is(200, "{\"ok\":true}");
    Expect.equal("active", play.ann().read(session).is(200).text("state"), "the state");
    Expect.equal(
        before, play.ann().history(session).subList(0, before.size()), "the transcript before");
  }

  @Check(id = "ASP-REO-002", clause = Clause.REOPEN)
  public void whoReopensIsJoined(Play play) {
    String session = ended(play);
    var _ = play.bob().reopen(session, "{}").is(200);
    Expect.equal("joined", play.bob().statusOf(session, play.bob()), "who reopened");
    JsonNode reopened =
        play.bob().history(session).stream()
            .filter(e -> e.path("type").asText().equals("session.reopened"))
            .findFirst()
            .orElseThrow();
    Expect.equal(play.bob().handle(), reopened.at("/payload/reopened_by").asText(), "reopened_by");
  }

  @Check(id = "ASP-REO-003", clause = Clause.REOPEN, agents = 4)
  public void withoutAListEverybodyWhoWasJoinedAtTheEndIsInvited(Play play) {
    String session = play.ann().open(play.bob(), play.carol(), play.dave());
    var _ = play.bob().join(session).is(200);
    var _ = play.carol().join(session).is(200);
    var _ = play.carol().leave(session).is(200);
    var _ = play.ann().end(session).is(200);
    var _ = play.ann().reopen(session, "").is(200);
    Expect.equal("invited", play.ann().statusOf(session, play.bob()), "who was joined");
    Expect.equal("left", play.ann().statusOf(session, play.carol()), "who had left");
    Expect.equal("left", play.ann().statusOf(session, play.dave()), "who was only invited");
  }

  @Check(id = "ASP-REO-004", clause = Clause.REOPEN)
  public void withAnEmptyListNobodyIsInvited(Play play) {
    String session = ended(play);
    var _ = play.ann().reopen(session, "{\"invite\":[]}").is(200);
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "who was joined");
  }

  @Check(id = "ASP-REO-005", clause = Clause.REOPEN, agents = 3)
  public void withAListThoseAreInvitedPriorOrNew(Play play) {
    String session = ended(play);
    String list = Agent.list(play.carol());
    var _ = play.ann().reopen(session, "{\"invite\":" + list + "}").is(200);
    Expect.equal("invited", play.ann().statusOf(session, play.carol()), "the new one");
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "who was not named");
    var _ = play.carol().join(session).is(200);
  }

  @Check(id = "ASP-REO-006", clause = Clause.REOPEN)
  public void theLogSaysReopenedThenInvitedThenTheMessage(Play play) {
    String session = ended(play);
    int before = play.ann().history(session).size();
    String message = "{\"initial_message\":{\"content\":\"again\"}}";
    var _ = play.ann().reopen(session, message).is(200);
    Expect.equal(
        List.of("session.reopened", "session.invited", "session.message"),
        since(play.ann(), session, before),
        "the log");
  }

  @Check(id = "ASP-REO-007", clause = Clause.REOPEN)
  public void aReopenedSessionGoesOn(Play play) {
    String session = ended(play);
    var _ = play.ann().reopen(session, "").is(200);
    var _ = play.bob().join(session).is(200);
    long sequence = play.bob().say(session, "here I am");
    Expect.equal(
        sequence, play.ann().history(session).getLast().path("sequence").asLong(), "the last one");
  }

  @Check(id = "ASP-REO-008", clause = Clause.VERBS_ENDED, agents = 3, level = Level.OURS)
  public void whoLeftBeforeTheEndMayNotReopen(Play play) {
    String session = play.ann().meet(play.bob(), play.carol());
    var _ = play.carol().leave(session).is(200);
    var _ = play.ann().end(session).is(200);
    var _ = play.carol().reopen(session, "").refused(404, "NOT_FOUND");
    var _ = play.carol().join(session).refused(404, "NOT_FOUND");
  }

  @Check(id = "ASP-REO-009", clause = Clause.VERBS_ENDED, level = Level.OURS)
  public void whoLeftAsTheLastMayReopen(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    var _ = play.ann().leave(session).is(200);
    var _ = play.bob().reopen(session, "").refused(404, "NOT_FOUND");
    var _ = play.ann().reopen(session, "").is(200);
  }

  private static String sent(Play play, String more) {
    String body =
        "{\"invite\":"
            + Agent.list(play.bob())
            + ",\"initial_message\":{\"content\":\"read this\""
            + more
            + "},\"end_after_send\":true}";
    return play.ann().create(body).is(201).text("session_id");
  }

  @Check(id = "ASP-SAE-001", clause = Clause.SEND_AND_END)
  public void aSessionThatIsSentAndEndedIsEnded(Play play) {
    String session = sent(play, "");
    Expect.equal("ended", play.ann().read(session).is(200).text("state"), "the state");
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "the invitee");
    Expect.equal(
        List.of("session.message", "session.invited", "session.ended"),
        play.ann().types(session),
        "the log");
  }

  @Check(id = "ASP-SAE-002", clause = Clause.SEND_AND_END)
  public void itsInvitationsCarryTheWholeMessage(Play play) {
    String session = sent(play, ",\"metadata\":{\"urgent\":true}");
    JsonNode invited = play.bob().history(session).getFirst();
    Expect.equal("session.invited", invited.path("type").asText(), "what the invitee reads first");
    JsonNode inline = invited.at("/payload/initial_message");
    Expect.equal("read this", inline.path("content").asText(), "the content inline");
    Expect.equal("{\"urgent\":true}", inline.path("metadata").toString(), "the metadata inline");
  }

  @Check(id = "ASP-SAE-003", clause = Clause.SEND_AND_END)
  public void noOtherInvitationCarriesAMessage(Play play) {
    String body =
        "{\"initial_message\":{\"content\":\"x\"},\"invite\":" + Agent.list(play.bob()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    JsonNode invited = play.bob().history(session).getFirst();
    Expect.that(!invited.path("payload").has("initial_message"), "an invitation leaks content");
  }

  @Check(id = "ASP-SAE-004", clause = Clause.SEND_AND_END, agents = 1)
  public void endAfterSendNeedsAMessage(Play play) {
    var _ = play.ann().create("{\"end_after_send\":true}").refused(400, "INVALID_REQUEST");
  }

  @Check(id = "ASP-SAE-005", clause = Clause.SEND_AND_END, agents = 1, level = Level.OURS)
  public void itNeedsNoInvitees(Play play) {
    Reply reply =
        play.ann().create("{\"initial_message\":{\"content\":\"x\"},\"end_after_send\":true}");
    Expect.equal(1L, reply.is(201).number("sequence"), "the sequence");
  }

  @Check(id = "ASP-SAE-006", clause = Clause.SEND_AND_END, level = Level.OURS)
  public void anInviteeAnswersByReopening(Play play) {
    String session = sent(play, "");
    var _ = play.bob().join(session).refused(409, "SESSION_ENDED");
    String answer =
        "{\"invite\":" + Agent.list(play.ann()) + ",\"initial_message\":{\"content\":\"read\"}}";
    var _ = play.bob().reopen(session, answer).is(200);
    Expect.equal("joined", play.bob().statusOf(session, play.bob()), "who answered");
    Expect.equal("invited", play.bob().statusOf(session, play.ann()), "who had asked");
  }
}
