package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.ALICE;
import static io.github.aspoperator.wire.Wire.BOB;
import static io.github.aspoperator.wire.Wire.CAROL;
import static io.github.aspoperator.wire.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.MessageId;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.Created;
import io.github.aspoperator.operator.EventPage;
import io.github.aspoperator.operator.Sent;
import io.github.aspoperator.operator.SessionPage;
import io.github.aspoperator.operator.Ticket;
import io.github.aspoperator.session.Departure;
import io.github.aspoperator.session.Lifecycle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Members;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Answers to agents (protocol sections 3, 5 and 7). */
class RepliesTest {

  private static void assertReply(int status, String body, Reply reply) {
    assertEquals(status, reply.status());
    assertEquals(body, text(reply.body()));
    assertEquals(Map.of("Content-Type", "application/json"), reply.headers());
  }

  private static SessionState session(Optional<String> topic, Lifecycle lifecycle) {
    Standing joined = new Standing.Joined(1, true);
    Standing left = new Standing.Left(300, 5, Departure.FORCED);
    Members members =
        Members.of(
            List.of(
                new Member(0, ALICE, joined, OptionalLong.of(100), Stint.since(0)),
                new Member(1, BOB, left, OptionalLong.of(200), new Stint(2, 5)),
                new Member(2, CAROL, new Standing.Invited(), OptionalLong.empty(), Stint.NONE)));
    return new SessionState(
        new Roster(Sample.SESSION, ALICE, topic, 100, lifecycle, members, 6), 6, 300);
  }

  @Test
  void aCreateIsAnsweredWithTheSessionAndTheSequenceOfItsMessage() {
    assertReply(
        201,
        """
        {"session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV"}\
        """,
        Replies.created(new Created(Sample.SESSION, OptionalLong.empty())));
    assertReply(
        201,
        """
        {"session_id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV","sequence":1}\
        """,
        Replies.created(new Created(Sample.SESSION, OptionalLong.of(1))));
  }

  @Test
  void aSendIsAnsweredWithTheMessage() {
    assertReply(
        201,
        """
        {"message_id":"msg_01ARZ3NDEKTSV4RRFFQ69G5FAV","sequence":42}\
        """,
        Replies.sent(new Sent(new MessageId(Sample.ULID), 42)));
  }

  @Test
  void otherVerbsAreAnsweredWithOk() {
    assertReply(200, "{\"ok\":true}", Replies.ok());
  }

  @Test
  void anInviteIsAnsweredWithThoseReallyInvited() {
    assertReply(200, "{\"invited\":[]}", Replies.invited(List.of()));
    assertReply(
        200,
        """
        {"invited":["@acme.bob","@umbrella.carol"]}\
        """,
        Replies.invited(List.of(BOB, CAROL)));
  }

  @Test
  void aSessionShowsItsRoster() {
    assertReply(
        200,
        """
        {"id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV","state":"active","participants":[\
        {"handle":"@acme.alice","status":"joined","joined_at":100},\
        {"handle":"@acme.bob","status":"left","joined_at":200,"left_at":300},\
        {"handle":"@umbrella.carol","status":"invited"}],"created_at":100}\
        """,
        Replies.session(session(Optional.empty(), new Lifecycle.Active())));
  }

  @Test
  void anEndedSessionSaysWhen() {
    String body =
        text(
            Replies.session(session(Optional.of("Plan é"), new Lifecycle.Ended(300, 6, 6, false)))
                .body());
    assertTrue(
        body.startsWith(
            """
            {"id":"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV","state":"ended","topic":"Plan é","participants":[\
            """));
    assertTrue(
        body.endsWith(
            """
            ],"created_at":100,"ended_at":300}\
            """));
  }

  @Test
  void sessionsAreListedAsEachIsShown() {
    SessionState state = session(Optional.empty(), new Lifecycle.Active());
    String one = text(Replies.session(state).body());
    assertReply(
        200,
        "{\"sessions\":["
            + one
            + ","
            + one
            + "],\"next_cursor\":\"sess_01ARZ3NDEKTSV4RRFFQ69G5FAV\"}",
        Replies.sessions(new SessionPage(List.of(state, state), Optional.of(Sample.SESSION))));
    assertReply(
        200, "{\"sessions\":[]}", Replies.sessions(new SessionPage(List.of(), Optional.empty())));
  }

  @Test
  void eventsAreListedAsTheyAreStreamed() {
    var message = Sample.event(Sample.message("\"Hello\""));
    var left = Sample.event(new Payload.Left(BOB, Departure.LEFT));
    String events = text(EventCodec.encode(message)) + "," + text(EventCodec.encode(left));
    assertReply(
        200,
        "{\"events\":[" + events + "],\"next_cursor\":\"7\"}",
        Replies.events(new EventPage(List.of(message, left), OptionalLong.of(7))));
    assertReply(
        200, "{\"events\":[]}", Replies.events(new EventPage(List.of(), OptionalLong.empty())));
  }

  @Test
  void aTicketSaysUntilWhenItIsGood() {
    assertReply(
        201,
        """
        {"ticket":"t-1","expires_at":1767225600123}\
        """,
        Replies.ticket(new Ticket(new Token("t-1"), Sample.AT)));
  }

  @Test
  void healthSaysTheVersion() {
    assertReply(
        200,
        """
        {"status":"ok","version":"0.1.0"}\
        """,
        Replies.health("0.1.0"));
  }

  @Test
  void aPreflightAllowsEveryOriginButNoCredentials() {
    Reply preflight = Replies.preflight();
    assertEquals(204, preflight.status());
    assertEquals("", text(preflight.body()));
    assertEquals(
        "Authorization, Content-Type, Idempotency-Key, X-ASP-Agent",
        preflight.headers().get("Access-Control-Allow-Headers"));
    assertEquals(
        "GET, POST, PUT, PATCH, DELETE", preflight.headers().get("Access-Control-Allow-Methods"));
    assertFalse(preflight.headers().containsKey("Access-Control-Allow-Credentials"));
  }

  @Test
  void aReplyIsNotLoggedWithItsBody() {
    assertEquals("Reply[200, 11 bytes]", Replies.ok().toString());
  }
}
