package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.RawEar;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;

/** Handshakes, tickets and what clients may send (sections 1 and 5). */
public final class ConnectionChecks {

  @Check(id = "ASP-CNN-001", clause = Clause.BEARER, agents = 1)
  public void aHandshakeWithoutCredentialsIsRefused(Play play) {
    Expect.equal(401, play.refusedHandshake(play.ann(), ""), "without any");
    Expect.equal(
        401,
        play.refusedHandshake(play.ann(), "", "Authorization", "Bearer wrong"),
        "with a wrong token");
  }

  @Check(id = "ASP-CNN-002", clause = Clause.OTHER_HANDLE, level = Level.OURS)
  public void aHandshakeThatNamesAnotherHandleIsRefused(Play play) {
    String bearer = "Bearer " + play.ann().token();
    int status =
        play.refusedHandshake(
            play.ann(), "", "Authorization", bearer, "X-ASP-Agent", play.bob().handle());
    Expect.equal(401, status, "the status");
  }

  @Check(id = "ASP-CNN-003", clause = Clause.PING, agents = 1, level = Level.OURS)
  public void aPingIsAnswered(Play play) {
    Ear ear = play.ann().connect();
    ear.ping();
    ear.ping();
  }

  @Check(id = "ASP-CNN-004", clause = Clause.PING, agents = 1, level = Level.OURS)
  public void anythingElseIsIgnored(Play play) {
    Ear ear = play.ann().connect();
    for (String frame :
        List.of("{}", "[]", "no JSON", "{\"type\":\"pong\"}", "{\"type\":\"session.message\"}")) {
      ear.send(frame);
    }
    ear.ping();
    long others = ear.frames().stream().filter(frame -> !frame.has("session_id")).count();
    Expect.equal(1L, others, "frames that are no event");
  }

  /** A KB may be 1,000 or 1,024 bytes, and a frame with its header or without: either will do. */
  @Check(id = "ASP-CNN-006", clause = Clause.PING, agents = 1, level = Level.OURS)
  public void aFrameAbove32KbClosesWith1009(Play play) {
    try (RawEar ear = play.raw(play.ann())) {
      ear.send("x".repeat(31 * 1024));
      ear.send("{\"type\":\"ping\"}");
      ear.await("{\"type\":\"pong\"}");
      ear.send("x".repeat(32 * 1024 + 1));
      Expect.equal(1009, ear.awaitClose(), "the code");
    }
  }

  @Check(id = "ASP-TIC-001", clause = Clause.TICKETS, level = Level.OURS)
  public void aTicketOpensTheStreamOfItsAgent(Play play) {
    String ticket = ticket(play).text("ticket");
    Ear ear = play.connect(play.ann(), "?ticket=" + ticket);
    String session = play.bob().open(play.ann());
    var _ = ear.awaitType(session, "session.invited");
  }

  private static Reply ticket(Play play) {
    return play.ann().post("/connect/tickets", "").is(201);
  }

  @Check(id = "ASP-TIC-002", clause = Clause.TICKETS, agents = 1, level = Level.OURS)
  public void aTicketCountsOnce(Play play) {
    String query = "?ticket=" + ticket(play).text("ticket");
    var _ = play.connect(play.ann(), query);
    Expect.equal(401, play.refusedHandshake(play.ann(), query), "the second time");
  }

  @Check(id = "ASP-TIC-003", clause = Clause.TICKETS, agents = 1, level = Level.OURS)
  public void aTicketThatNobodyGaveIsRefused(Play play) {
    Expect.equal(401, play.refusedHandshake(play.ann(), "?ticket=wrong"), "the status");
  }

  @Check(id = "ASP-TIC-004", clause = Clause.TICKETS, agents = 1, level = Level.OURS)
  public void aTicketSaysWhenItExpires(Play play) {
    Reply first = ticket(play);
    Expect.that(first.number("expires_at") > 1_500_000_000_000L, "expires_at is no time");
    Expect.that(!first.text("ticket").equals(ticket(play).text("ticket")), "the same ticket twice");
  }

  @Check(id = "ASP-TIC-005", clause = Clause.TICKETS, agents = 1, level = Level.OURS)
  public void aTokenInTheQueryIsRefused(Play play) {
    Expect.equal(
        401, play.refusedHandshake(play.ann(), "?ticket=" + play.ann().token()), "as a ticket");
  }

  @Check(id = "ASP-TIC-006", clause = Clause.TICKETS, agents = 1, level = Level.OURS)
  public void aTicketIsOnlyForWhoHasCredentials(Play play) {
    Expect.equal(401, play.anonymous("POST", "/connect/tickets", "").status(), "without any");
  }

  @Check(id = "ASP-CNN-005", clause = Clause.ORDER_OF_CHECKS, agents = 1, level = Level.OURS)
  public void theStreamWithoutAnUpgradeIs426(Play play) {
    var _ = play.ann().get("/connect").is(426);
  }
}
