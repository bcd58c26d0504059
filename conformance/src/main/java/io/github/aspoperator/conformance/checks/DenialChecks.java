package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Json;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a refused contact looks like, and which handles are none (sections 1 and 2). */
public final class DenialChecks {

  private static final List<String> NO_HANDLES =
      List.of(
          "",
          "bob",
          "@bob",
          "bob.one",
          "@Bob.one",
          "@bob.One",
          "@bob.one.two",
          "@bob.",
          "@.one",
          "@bob.*",
          "@bob. one",
          " @bob.one",
          "@bob.one\n",
          "@bøb.one",
          "@@bob.one");

  private static String one(String handle) {
    return "{\"invite\":[" + Json.quote(handle) + "]}";
  }

  /** What {@code by} is told when it wants to reach that handle in every way there is. */
  private static Map<String, String> told(Play play, Agent by, String handle) {
    Agent witness = play.carol();
    String active = by.meet(witness);
    String over = by.meet(witness);
    var _ = by.end(over).is(200);
    Map<String, Reply> replies = new LinkedHashMap<>();
    String mixed = "{\"invite\":[" + Json.quote(handle) + "," + Json.quote(witness.handle()) + "]";
    replies.put("create", by.create(one(handle)));
    replies.put(
        "create with a message",
        by.create(
            "{\"invite\":[" + Json.quote(handle) + "],\"initial_message\":{\"content\":\"x\"}}"));
    replies.put("create with others", by.create(mixed + "}"));
    replies.put("invite", by.post("/sessions/" + active + "/invite", one(handle)));
    replies.put("invite with others", by.post("/sessions/" + active + "/invite", mixed + "}"));
    replies.put("reopen", by.reopen(over, one(handle)));
    if (by.read(over).is(200).text("state").equals("ended")) {
      replies.put("reopen with others", by.reopen(over, mixed + "}"));
    }
    Map<String, String> told = new LinkedHashMap<>();
    replies.forEach((call, reply) -> told.put(call, reply.masked().replace(handle, "@…")));
    return told;
  }

  private static void sameAsUnknown(Play play, Agent by, Agent denied, String why) {
    Map<String, String> expected = told(play, by, play.nobody());
    Map<String, String> actual = told(play, by, denied.handle());
    Expect.that(
        actual.values().stream().noneMatch(answer -> answer.startsWith("403")), "403, " + why);
    Expect.equal(expected, actual, "what the caller is told, " + why);
  }

  @Check(id = "ASP-TRU-013", clause = Clause.DENIAL, agents = 3, needs = Need.ADMIN)
  public void aClosedAgentLooksLikeAnUnknownHandle(Play play) {
    sameAsUnknown(play, play.ann(), play.agent("allowlist"), "the other being closed");
  }

  @Check(id = "ASP-TRU-014", clause = Clause.DENIAL, agents = 3, needs = Need.ADMIN)
  public void whomTheCallerDoesNotAdmitLooksLikeAnUnknownHandle(Play play) {
    Agent closed = play.agent("allowlist");
    play.admin().allow(closed, play.carol().handle());
    sameAsUnknown(play, closed, play.bob(), "the caller being closed");
  }

  @Check(id = "ASP-TRU-015", clause = Clause.DENIAL, agents = 3, needs = Need.ADMIN)
  public void aBlockLooksLikeAnUnknownHandleToBothSides(Play play) {
    play.admin().block(play.bob(), play.ann());
    sameAsUnknown(play, play.ann(), play.bob(), "the caller being blocked");
    sameAsUnknown(play, play.bob(), play.ann(), "the caller having blocked");
  }

  @Check(id = "ASP-TRU-016", clause = Clause.DENIAL, agents = 3, needs = Need.ADMIN)
  public void aRemovedAgentLooksLikeAnUnknownHandle(Play play) {
    Agent gone = play.agent("open");
    play.admin().remove(gone);
    sameAsUnknown(play, play.ann(), gone, "the other being removed");
  }

  @Check(
      id = "ASP-TRU-017",
      clause = Clause.OMISSION,
      level = Level.OURS,
      agents = 1,
      needs = Need.ADMIN)
  public void createWithNobodyAdmittedIs404AndWritesNothing(Play play) {
    Agent closed = play.agent("allowlist");
    Ear ear = play.ann().connect();
    String body =
        "{\"invite\":"
            + Agent.list(closed)
            + ",\"initial_message\":{\"content\":\"x\"},\"idempotency_key\":\"k\"}";
    var _ = play.ann().create(body).refused(404, "NOT_FOUND");
    String marker =
        play.ann()
            .create("{\"initial_message\":{\"content\":\"marker\"}}")
            .is(201)
            .text("session_id");
    var _ = ear.awaitType(marker, "session.message");
    Expect.equal(ear.of(marker).size(), ear.frames().size(), "events the caller heard");
    play.admin().policy(closed, "open");
    var _ = play.ann().create(body).is(201);
  }

  @Check(id = "ASP-TRU-018", clause = Clause.OMISSION, level = Level.OURS)
  public void inviteWithNobodyAdmittedAnswersAnEmptyList(Play play) {
    String session = play.ann().meet(play.bob());
    List<String> before = play.ann().types(session);
    var _ =
        play.ann()
            .post("/sessions/" + session + "/invite", one(play.nobody()))
            .is(200, "{\"invited\":[]}");
    Expect.equal(before, play.ann().types(session), "the log");
  }

  @Check(id = "ASP-TRU-019", clause = Clause.OMISSION, level = Level.OURS)
  public void reopenWithNobodyAdmittedIs404AndWritesNothing(Play play) {
    String session = play.ann().meet(play.bob());
    var _ = play.ann().end(session).is(200);
    List<String> before = play.ann().types(session);
    String body =
        "{\"invite\":[" + Json.quote(play.nobody()) + "],\"initial_message\":{\"content\":\"x\"}}";
    var _ = play.ann().reopen(session, body).refused(404, "NOT_FOUND");
    Expect.equal(before, play.ann().types(session), "the log");
    Expect.equal("ended", play.ann().read(session).is(200).text("state"), "the state");
    Expect.equal("joined", play.ann().statusOf(session, play.bob()), "the other's status");
  }

  @Check(id = "ASP-TRU-020", clause = Clause.HANDLE)
  public void whatIsNoHandleIsRefused(Play play) {
    String active = play.ann().meet(play.bob());
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    for (String handle : NO_HANDLES) {
      String body =
          "{\"invite\":[" + Json.quote(play.bob().handle()) + "," + Json.quote(handle) + "]}";
      var _ = play.ann().create(body).is(400);
      var _ = play.ann().post("/sessions/" + active + "/invite", body).is(400);
      var _ = play.ann().reopen(over, body).is(400);
    }
  }

  @Check(id = "ASP-TRU-021", clause = Clause.STRICT, level = Level.OURS)
  public void theRefusalNamesTheHandleThatIsNone(Play play) {
    String active = play.ann().meet(play.bob());
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    for (String handle : NO_HANDLES) {
      String body =
          "{\"invite\":[" + Json.quote(play.bob().handle()) + "," + Json.quote(handle) + "]}";
      var _ = play.ann().create(body).wrongAt("/invite/1");
      var _ = play.ann().post("/sessions/" + active + "/invite", body).wrongAt("/invite/1");
      var _ = play.ann().reopen(over, body).wrongAt("/invite/1");
    }
  }

  @Check(id = "ASP-TRU-022", clause = Clause.STRICT, level = Level.OURS)
  public void nobodyInvitesItself(Play play) {
    String active = play.ann().meet(play.bob());
    String over = play.ann().meet(play.bob());
    var _ = play.ann().end(over).is(200);
    String body = "{\"invite\":" + Agent.list(play.bob(), play.ann()) + "}";
    var _ = play.ann().create(body).wrongAt("/invite/1");
    var _ = play.ann().post("/sessions/" + active + "/invite", body).wrongAt("/invite/1");
    var _ = play.ann().reopen(over, body).wrongAt("/invite/1");
    Expect.equal("ended", play.ann().read(over).is(200).text("state"), "the state");
  }

  @Check(id = "ASP-TRU-023", clause = Clause.HANDLE, level = Level.OURS)
  public void thePartsOfAHandleHaveUpTo64Characters(Play play) {
    String session = play.ann().meet(play.bob());
    String most = "a".repeat(64);
    String path = "/sessions/" + session + "/invite";
    var _ = play.ann().post(path, one("@" + most + "." + most)).is(200, "{\"invited\":[]}");
    var _ = play.ann().post(path, one("@" + most + "a.b")).wrongAt("/invite/0");
    var _ = play.ann().post(path, one("@b." + most + "a")).wrongAt("/invite/0");
  }

  @Check(id = "ASP-TRU-024", clause = Clause.INVITE, level = Level.OURS, agents = 3)
  public void whoIsNamedTwiceIsInvitedOnce(Play play) {
    String body = "{\"invite\":" + Agent.list(play.bob(), play.bob()) + "}";
    String session = play.ann().create(body).is(201).text("session_id");
    Expect.equal(List.of("session.invited"), play.ann().types(session), "the log");
    var _ =
        play.ann()
            .invite(session, play.carol(), play.carol())
            .is(200, "{\"invited\":" + Agent.list(play.carol()) + "}");
  }
}
