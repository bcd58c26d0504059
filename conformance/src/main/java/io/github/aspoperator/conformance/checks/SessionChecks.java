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

/** The life of a session: create, join, say, leave, end (section 3). */
public final class SessionChecks {

  @Check(id = "ASP-SES-001", clause = Clause.CREATE, agents = 1)
  public void theCreatorStartsJoined(Play play) {
    String session = play.ann().create("{}").is(201).text("session_id");
    Expect.equal("joined", play.ann().statusOf(session, play.ann()), "the creator's status");
  }

  @Check(id = "ASP-SES-002", clause = Clause.CREATE)
  public void whoIsInvitedAtCreationIsInvited(Play play) {
    String session = play.ann().open(play.bob());
    Expect.equal("invited", play.ann().statusOf(session, play.bob()), "the invitee's status");
  }

  @Check(id = "ASP-SES-003", clause = Clause.CREATE)
  public void createAnswersTheSequenceOfItsInitialMessageOnlyIfThereIsOne(Play play) {
    Reply without = play.ann().create("{}").is(201);
    Expect.that(!without.json().has("sequence"), "a sequence without an initial message");
    Reply with =
        play.ann()
            .create(
                "{\"invite\":"
                    + Agent.list(play.bob())
                    + ",\"initial_message\":{\"content\":\"x\"}}")
            .is(201);
    long sequence = with.number("sequence");
    JsonNode message =
        play.ann().history(with.text("session_id")).stream()
            .filter(event -> event.path("sequence").asLong() == sequence)
            .findFirst()
            .orElseThrow();
    Expect.equal("session.message", message.path("type").asText(), "the event at its sequence");
  }

  @Check(id = "ASP-SES-004", clause = Clause.CREATE)
  public void theTopicStandsInTheSessionAndInEveryInvitation(Play play) {
    String body = "{\"topic\":\"lunch\",\"invite\":" + Agent.list(play.bob()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    Expect.equal("lunch", play.ann().read(session).is(200).text("topic"), "the topic");
    JsonNode invited = play.bob().history(session).getFirst();
    Expect.equal("lunch", invited.at("/payload/topic").asText(), "the topic in the invitation");
    Expect.equal(play.ann().handle(), invited.at("/payload/by").asText(), "by whom");
    Expect.equal(play.bob().handle(), invited.at("/payload/invitee").asText(), "whom");
  }

  @Check(id = "ASP-SES-005", clause = Clause.CREATE, level = Level.OURS)
  public void theMessageComesBeforeTheInvitations(Play play) {
    String body =
        "{\"initial_message\":{\"content\":\"x\"},\"invite\":" + Agent.list(play.bob()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    Expect.equal(
        List.of("session.message", "session.invited"), play.ann().types(session), "the log");
  }

  @Check(id = "ASP-SES-006", clause = Clause.JOIN)
  public void anInviteeJoins(Play play) {
    String session = play.ann().open(play.bob());
    var _ = play.bob().join(session).is(200, "{\"ok\":true}");
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "its status");
    JsonNode last = play.ann().history(session).getLast();
    Expect.equal("session.joined", last.path("type").asText(), "the last event");
    Expect.equal(play.bob().handle(), last.at("/payload/agent").asText(), "who joined");
  }

  @Check(id = "ASP-SES-007", clause = Clause.JOIN)
  public void joiningAgainMakesNoEvent(Play play) {
    String session = play.ann().meet(play.bob());
    int before = play.ann().history(session).size();
    var _ = play.bob().join(session).is(200, "{\"ok\":true}");
    Expect.equal(before, play.ann().history(session).size(), "events");
  }

  @Check(id = "ASP-SES-008", clause = Clause.MESSAGE)
  public void aMessageIsAnsweredWithItsIdAndSequence(Play play) {
    String session = play.ann().meet(play.bob());
    Reply reply = play.ann().send(session, "{\"content\":\"hello\"}").is(201);
    JsonNode event = play.bob().history(session).getLast();
    JsonNode payload = event.path("payload");
    Expect.equal(reply.number("sequence"), event.path("sequence").asLong(), "its sequence");
    Expect.equal(reply.text("message_id"), payload.path("id").asText(), "its id");
    Expect.equal("hello", payload.path("content").asText(), "its content");
    Expect.equal(play.ann().handle(), payload.path("sender").asText(), "its sender");
    Expect.equal(session, payload.path("session_id").asText(), "its session");
    Expect.equal(event.path("created_at"), payload.path("created_at"), "its time");
  }

  @Check(id = "ASP-SES-009", clause = Clause.LEAVE, agents = 3)
  public void whoLeavesIsSeenLeaving(Play play) {
    String session = play.ann().meet(play.bob(), play.carol());
    var _ = play.bob().leave(session).is(200, "{\"ok\":true}");
    JsonNode last = play.ann().history(session).getLast();
    Expect.equal("session.left", last.path("type").asText(), "the last event");
    Expect.equal(play.bob().handle(), last.at("/payload/agent").asText(), "who left");
    Expect.equal("left", last.at("/payload/reason").asText(), "why");
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "its status");
    Expect.equal("active", play.ann().read(session).text("state"), "the state");
  }

  @Check(id = "ASP-SES-010", clause = Clause.LEAVE, level = Level.OURS)
  public void theLastOneOutEndsTheSession(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    var _ = play.ann().leave(session).is(200);
    Expect.equal("ended", play.ann().read(session).text("state"), "the state");
    JsonNode last = play.ann().history(session).getLast();
    Expect.equal("session.left", last.path("type").asText(), "the last event it may see");
  }

  @Check(id = "ASP-SES-011", clause = Clause.LEAVE, level = Level.OURS)
  public void aSessionWithSomebodyInvitedGoesOnWithoutAnybodyJoined(Play play) {
    String session = play.ann().open(play.bob());
    var _ = play.ann().leave(session).is(200);
    Expect.equal("active", play.bob().read(session).text("state"), "the state");
    var _ = play.bob().join(session).is(200);
  }

  @Check(id = "ASP-SES-012", clause = Clause.END, agents = 3)
  public void endingMakesInviteesLeftAndLeavesTheJoinedJoined(Play play) {
    String session = play.ann().open(play.bob(), play.carol());
    var _ = play.bob().join(session).is(200);
    var _ = play.ann().end(session).is(200, "{\"ok\":true}");
    Expect.equal("ended", play.ann().read(session).text("state"), "the state");
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "who was joined");
    Expect.equal("left", play.ann().statusOf(session, play.carol()), "who was invited");
    JsonNode last = play.ann().history(session).getLast();
    Expect.equal("session.ended", last.path("type").asText(), "the last event");
    Expect.equal(play.ann().handle(), last.at("/payload/ended_by").asText(), "by whom");
  }

  @Check(id = "ASP-SES-013", clause = Clause.READ_SESSION)
  public void theSessionSaysItsTimes(Play play) {
    String session = play.ann().meet(play.bob());
    Reply active = play.ann().read(session).is(200);
    Expect.equal(session, active.text("id"), "the id");
    Expect.that(active.number("created_at") > 0, "created_at is no time");
    Expect.that(!active.json().has("ended_at"), "ended_at in an active session");
    var _ = play.ann().end(session).is(200);
    Reply ended = play.ann().read(session).is(200);
    Expect.that(
        ended.number("ended_at") >= ended.number("created_at"), "ended_at before created_at");
  }

  @Check(id = "ASP-SES-014", clause = Clause.INVITE, agents = 3)
  public void invitingAnswersThoseReallyInvitedNow(Play play) {
    String session = play.ann().open(play.bob());
    var _ =
        play.ann()
            .invite(session, play.bob(), play.carol())
            .is(200, "{\"invited\":" + Agent.list(play.carol()) + "}");
    var _ = play.ann().invite(session, play.bob()).is(200, "{\"invited\":[]}");
  }

  @Check(id = "ASP-SES-015", clause = Clause.INVITE)
  public void whoHasLeftIsInvitedAgain(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    var _ =
        play.ann()
            .invite(session, play.bob())
            .is(200, "{\"invited\":" + Agent.list(play.bob()) + "}");
    Expect.equal("invited", play.ann().statusOf(session, play.bob()), "its status");
    var _ = play.bob().join(session).is(200);
  }
}
