package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.CannotTell;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Presence and grace (section 5); they wait for the operator's windows, which must be short. */
public final class PresenceChecks {

  /** How often a check that must be quick may begin anew. */
  private static final int ROUNDS = 5;

  /** Waits for the event as long as the windows last, and patience. */
  private static JsonNode await(Play play, Ear ear, String session, String type, Agent agent) {
    return ear.await(
        play.windows().grace(),
        type + " of " + agent,
        event -> event.path("session_id").asText().equals(session) && tells(event, type, agent));
  }

  private static boolean tells(JsonNode event, String type, Agent agent) {
    return event.path("type").asText().equals(type)
        && event.at("/payload/agent").asText().equals(agent.handle());
  }

  /** Whether the log says so, as {@code reader} may read it. */
  private static boolean logged(Agent reader, String session, String type, Agent agent) {
    return reader.history(session).stream().anyMatch(event -> tells(event, type, agent));
  }

  /** Asks for the log until it says so: sooner than a delivery that takes its time. */
  private static void awaitLog(Play play, Agent reader, String session, String type, Agent agent) {
    var _ =
        play.until(
            play.windows().grace(),
            type + " of " + agent + " in the log",
            () -> logged(reader, session, type, agent) ? Optional.of(session) : Optional.empty());
  }

  /** {@code agent} connects and closes; when it began to. */
  private static long dropped(Agent agent) {
    Ear ear = agent.connect();
    long before = System.nanoTime();
    ear.close();
    return before;
  }

  private static boolean isWithin(Duration window, long since) {
    return System.nanoTime() - since < window.toNanos();
  }

  @Check(id = "ASP-PRE-001", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void whoDropsIsReportedDisconnected(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob());
    var _ = dropped(play.bob());
    var _ = await(play, ear, session, "session.disconnected", play.bob());
    String status = play.ann().statusOf(session, play.bob());
    boolean expired = logged(play.ann(), session, "session.left", play.bob());
    Expect.that(
        status.equals("joined") || (status.equals("left") && expired),
        "its status meanwhile: " + status);
  }

  @Check(id = "ASP-PRE-002", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void whoComesBackInTimeIsReportedReconnected(Play play) {
    Ear ear = play.ann().connect();
    for (int round = 0; round < ROUNDS; round++) {
      String session = play.ann().meet(play.bob());
      long drop = dropped(play.bob());
      awaitLog(play, play.ann(), session, "session.disconnected", play.bob());
      Ear back = play.bob().connect();
      if (isWithin(play.windows().grace(), drop)) {
        var _ = await(play, ear, session, "session.reconnected", play.bob());
        var _ = await(play, back, session, "session.reconnected", play.bob());
        return;
      }
      back.close();
    }
    throw new CannotTell("it could not be back within the grace window: that is too short here");
  }

  @Check(id = "ASP-PRE-003", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void whoDoesNotComeBackLeaves(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob());
    var _ = dropped(play.bob());
    JsonNode left = await(play, ear, session, "session.left", play.bob());
    Expect.equal("grace_expired", left.at("/payload/reason").asText(), "why");
    Expect.that(
        ear.of(session).stream().anyMatch(e -> tells(e, "session.disconnected", play.bob())),
        "it left before it was reported");
    Expect.equal("left", play.ann().statusOf(session, play.bob()), "its status");
  }

  @Check(id = "ASP-PRE-004", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void onlyAnInvitationBringsBackWhoWasMadeToLeave(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob());
    var _ = dropped(play.bob());
    var _ = await(play, ear, session, "session.left", play.bob());
    var _ = play.bob().join(session).refused(404, "NOT_FOUND");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = play.bob().join(session).is(200);
  }

  @Check(id = "ASP-PRE-005", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void oneConnectionOfSeveralThatDropsChangesNothing(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob(), play.carol());
    Ear stays = play.bob().connect();
    var _ = dropped(play.bob());
    var _ = dropped(play.carol());
    var _ = await(play, ear, session, "session.left", play.carol());
    for (String type : List.of("session.disconnected", "session.left")) {
      Expect.that(!logged(play.ann(), session, type, play.bob()), type + " although it is there");
    }
    var _ = await(play, stays, session, "session.left", play.carol());
  }

  @Check(id = "ASP-PRE-006", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void whoNeverConnectedIsNotTracked(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob(), play.carol());
    var _ = dropped(play.carol());
    var _ = await(play, ear, session, "session.left", play.carol());
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "who never connected");
    Expect.that(
        !logged(play.ann(), session, "session.disconnected", play.bob()),
        "reported, but never was there");
  }

  @Check(id = "ASP-PRE-007", clause = Clause.PRESENCE, needs = Need.WINDOWS)
  public void anEndedSessionHasNoPresenceEvents(Play play) {
    Ear ear = play.ann().connect();
    String ended = play.ann().meet(play.bob());
    String active = play.ann().meet(play.bob());
    Ear gone = play.bob().connect();
    var _ = play.ann().end(ended).is(200);
    int before = play.ann().history(ended).size();
    gone.close();
    var _ = await(play, ear, active, "session.left", play.bob());
    Expect.equal(before, play.ann().history(ended).size(), "events of the ended session");
  }

  @Check(id = "ASP-PRE-008", clause = Clause.PRESENCE, needs = Need.WINDOWS, agents = 3)
  public void anAbsenceIsReportedInEverySessionOfTheAgent(Play play) {
    Ear atAnn = play.ann().connect();
    Ear atCarol = play.carol().connect();
    String one = play.ann().meet(play.bob());
    String two = play.carol().meet(play.bob());
    var _ = dropped(play.bob());
    var _ = await(play, atAnn, one, "session.disconnected", play.bob());
    var _ = await(play, atCarol, two, "session.disconnected", play.bob());
  }

  @Check(id = "ASP-PRE-009", clause = Clause.GRACE, needs = Need.WINDOWS, agents = 3)
  public void whoIsOnlyInvitedIsNotMadeToLeave(Play play) {
    Ear ear = play.ann().connect();
    String joined = play.ann().meet(play.bob());
    String invited = play.ann().open(play.bob());
    var _ = dropped(play.bob());
    var _ = await(play, ear, joined, "session.left", play.bob());
    Expect.equal("invited", play.ann().statusOf(invited, play.bob()), "where it is invited");
  }

  @Check(id = "ASP-PRE-010", clause = Clause.GRACE, needs = Need.WINDOWS, level = Level.OURS)
  public void aSessionThatGraceEmptiesEnds(Play play) {
    Ear ear = play.bob().connect();
    String marker = play.ann().meet(play.bob());
    String alone = play.ann().create("{}").is(201).text("session_id");
    var _ = dropped(play.ann());
    var _ = await(play, ear, marker, "session.left", play.ann());
    // who comes back too soon would be asked for
    awaitLog(play, play.ann(), alone, "session.left", play.ann());
    var _ = play.ann().send(alone, "{\"content\":\"x\"}").refused(404, "NOT_FOUND");
    Ear back = play.ann().connect();
    var _ = await(play, back, alone, "session.left", play.ann());
    Expect.equal("ended", play.ann().read(alone).is(200).text("state"), "the state");
  }

  @Check(
      id = "ASP-PRE-011",
      clause = Clause.PRESENCE,
      needs = Need.WINDOWS,
      agents = 3,
      level = Level.OURS)
  public void whoIsBackBeforeItIsAwayIsNotReported(Play play) {
    Ear ear = play.ann().connect();
    for (int round = 0; round < ROUNDS; round++) {
      String session = play.ann().meet(play.bob(), play.carol());
      long drop = dropped(play.bob());
      Ear back = play.bob().connect();
      boolean inTime = isWithin(play.windows().away(), drop);
      if (inTime) {
        var _ = dropped(play.carol());
        var _ = await(play, ear, session, "session.left", play.carol());
        for (String type : List.of("session.disconnected", "session.left")) {
          Expect.that(!logged(play.ann(), session, type, play.bob()), type + " of who was back");
        }
        Expect.equal("joined", play.ann().statusOf(session, play.bob()), "its status");
        return;
      }
      back.close();
    }
    throw new CannotTell("it could not be back within the away window: that is too short here");
  }

  @Check(id = "ASP-PRE-012", clause = Clause.GRACE, needs = Need.WINDOWS)
  public void whatWasMissedBeforeItWasMadeToLeaveStillComes(Play play) {
    Ear ear = play.ann().connect();
    String session = play.ann().meet(play.bob());
    Ear gone = play.bob().connect();
    gone.close();
    long missed = play.ann().say(session, "missed");
    JsonNode left = await(play, ear, session, "session.left", play.bob());
    if (left.path("sequence").asLong() < missed) {
      throw new CannotTell("nothing could be said within the grace window: that is too short here");
    }
    Ear back = play.bob().connect();
    var _ = back.await(session, missed);
    var _ = await(play, back, session, "session.left", play.bob());
  }
}
