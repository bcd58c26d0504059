package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every verb, by everybody, in active and in ended sessions (section 3, the table). */
public final class VerbChecks {

  private static final List<String> VERBS =
      List.of("messages", "invite", "leave", "end", "join", "reopen", "read", "events");

  @Check(id = "ASP-VRB-001", clause = Clause.VERBS_ACTIVE, agents = 3)
  public void whoIsJoinedMayDoAllButReopen(Play play) {
    verbs(
        play,
        Map.of("messages", 201, "invite", 200, "leave", 200, "end", 200, "join", 200),
        Map.of("reopen", "409 SESSION_NOT_ENDED"),
        session -> {});
  }

  @FunctionalInterface
  private interface Before {
    void brings(String session);
  }

  private static void verbs(
      Play play, Map<String, Integer> granted, Map<String, String> refused, Before before) {
    Map<String, String> expected = new TreeMap<>();
    granted.forEach((verb, status) -> expected.put(verb, String.valueOf(status)));
    expected.putAll(refused);
    expected.put("read", "200");
    expected.put("events", "200");
    Map<String, String> actual = new TreeMap<>();
    for (String verb : VERBS) {
      String session = play.ann().meet(play.bob());
      before.brings(session);
      actual.put(verb, answer(play, play.bob(), session, verb));
    }
    Expect.equal(expected, actual, "the answers");
  }

  private static String answer(Play play, Agent who, String session, String verb) {
    var reply =
        switch (verb) {
          case "messages" -> who.send(session, "{\"content\":\"x\"}");
          case "invite" -> who.invite(session, play.carol());
          case "leave" -> who.leave(session);
          case "end" -> who.end(session);
          case "join" -> who.join(session);
          case "reopen" -> who.reopen(session, "");
          case "read" -> who.read(session);
          default -> who.get("/sessions/" + session + "/events");
        };
    String code = reply.json().at("/error/code").asText();
    return code.isEmpty() ? String.valueOf(reply.status()) : reply.status() + " " + code;
  }

  @Check(id = "ASP-VRB-002", clause = Clause.VERBS_ENDED, agents = 3)
  public void whoIsJoinedInAnEndedSessionMayReadAndReopen(Play play) {
    String gone = "409 SESSION_ENDED";
    verbs(
        play,
        Map.of("reopen", 200),
        Map.of("messages", gone, "invite", gone, "leave", gone, "end", gone, "join", gone),
        session -> {
          var _ = play.ann().end(session).is(200);
        });
  }

  @Check(id = "ASP-VRB-003", clause = Clause.VERBS_ACTIVE, agents = 3, level = Level.OURS)
  public void whoHasLeftAnActiveSessionMayOnlyRead(Play play) {
    String none = "404 NOT_FOUND";
    verbs(
        play,
        Map.of(),
        Map.of(
            "messages",
            none,
            "invite",
            none,
            "leave",
            none,
            "end",
            none,
            "join",
            none,
            "reopen",
            none),
        session -> {
          var _ = play.bob().leave(session).is(200);
        });
  }
}
