package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.check.Need;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** That a blocked pair stays apart, whoever wants it together (section 2). */
public final class ReuniteChecks {

  private static void awaitGone(Ear ear, String session, Agent who) {
    var _ =
        ear.await(
            "session.left of " + who,
            frame ->
                frame.path("session_id").asText().equals(session)
                    && frame.path("type").asText().equals("session.left")
                    && frame.at("/payload/agent").asText().equals(who.handle()));
  }

  @Check(id = "ASP-BLK-013", clause = Clause.BLOCK_JOIN, agents = 3, needs = Need.ADMIN)
  public void theBlockedCannotJoinOnceTheBlockIsRecorded(Play play) {
    Ear third = play.carol().connect();
    String session = play.carol().open(play.ann(), play.bob());
    var _ = play.ann().join(session).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ = play.bob().join(session).is(404);
    awaitGone(third, session, play.bob());
    Expect.equal("joined", play.carol().statusOf(session, play.ann()), "the blocker");
  }

  @Check(id = "ASP-BLK-014", clause = Clause.BLOCK_JOIN, agents = 3, needs = Need.ADMIN)
  public void theBlockerMayJoinAndTheBlockedLeaves(Play play) {
    Ear third = play.carol().connect();
    String session = play.carol().open(play.ann(), play.bob());
    var _ = play.bob().join(session).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ = play.ann().join(session).is(200);
    awaitGone(third, session, play.bob());
    Expect.equal("joined", play.carol().statusOf(session, play.ann()), "the blocker");
    Expect.equal("left", play.carol().statusOf(session, play.bob()), "the blocked one");
  }

  @Check(id = "ASP-BLK-015", clause = Clause.BLOCK_JOIN, agents = 4, needs = Need.ADMIN)
  public void aJoinThatRacesABlockLeavesThemApart(Play play) {
    Ear third = play.carol().connect();
    for (int round = 0; round < 4; round++) {
      String session = play.carol().open(play.ann(), play.bob());
      boolean blockerIsIn = round % 2 == 0;
      Agent in = blockerIsIn ? play.ann() : play.bob();
      Agent coming = blockerIsIn ? play.bob() : play.ann();
      var _ = in.join(session).is(200);
      try (ExecutorService two = Executors.newVirtualThreadPerTaskExecutor()) {
        var join = CompletableFuture.supplyAsync(() -> coming.join(session), two);
        play.admin().block(play.ann(), play.bob());
        int status = join.join().status();
        Expect.that(
            status == 200 || (blockerIsIn && status == 404),
            "the join of " + (blockerIsIn ? "the blocked" : "the blocker") + ": " + status);
      }
      awaitGone(third, session, play.bob());
      Expect.equal("left", play.carol().statusOf(session, play.bob()), "the blocked one");
      play.admin().unblock(play.ann(), play.bob());
    }
  }

  @Check(
      id = "ASP-BLK-016",
      clause = Clause.THIRD_PARTY,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void createAdmitsOnlyTheFirstOfABlockedPair(Play play) {
    play.admin().block(play.ann(), play.bob());
    for (List<Agent> pair :
        List.of(List.of(play.ann(), play.bob()), List.of(play.bob(), play.ann()))) {
      String session = play.carol().open(pair.getFirst(), pair.getLast());
      Expect.equal("invited", play.carol().statusOf(session, pair.getFirst()), "the first");
      Expect.equal("", play.carol().statusOf(session, pair.getLast()), "the second");
    }
  }

  @Check(
      id = "ASP-BLK-017",
      clause = Clause.THIRD_PARTY,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void inviteAdmitsOnlyTheFirstOfABlockedPair(Play play) {
    play.admin().block(play.ann(), play.bob());
    String session = play.carol().create("{}").is(201).text("session_id");
    var _ =
        play.carol()
            .invite(session, play.bob(), play.ann())
            .is(200, "{\"invited\":" + Agent.list(play.bob()) + "}");
  }

  @Check(
      id = "ASP-BLK-018",
      clause = Clause.THIRD_PARTY,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void inviteBringsNobodyToWhomItIsParted(Play play) {
    play.admin().block(play.ann(), play.bob());
    for (List<Agent> pair :
        List.of(List.of(play.ann(), play.bob()), List.of(play.bob(), play.ann()))) {
      Agent there = pair.getFirst();
      String session = play.carol().open(there);
      var _ = play.carol().invite(session, pair.getLast()).is(200, "{\"invited\":[]}");
      var _ = there.join(session).is(200);
      Reply reply = play.carol().invite(session, pair.getLast());
      var _ = reply.is(200, "{\"invited\":[]}");
    }
  }

  @Check(
      id = "ASP-BLK-019",
      clause = Clause.THIRD_PARTY,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void reopenAdmitsOnlyOneOfABlockedPair(Play play) {
    for (String body : List.of("", "{\"invite\":" + Agent.list(play.bob(), play.ann()) + "}")) {
      String session = play.carol().meet(play.ann(), play.bob());
      var _ = play.carol().end(session).is(200);
      play.admin().block(play.ann(), play.bob());
      var _ = play.carol().reopen(session, body).is(200);
      List<String> statuses =
          List.of(
              play.carol().statusOf(session, play.ann()),
              play.carol().statusOf(session, play.bob()));
      Expect.equal(
          List.of("invited", "left"), statuses.stream().sorted().toList(), "the two" + body);
      play.admin().unblock(play.ann(), play.bob());
    }
  }

  @Check(
      id = "ASP-BLK-020",
      clause = Clause.THIRD_PARTY,
      level = Level.OURS,
      agents = 3,
      needs = Need.ADMIN)
  public void whoHasLeftKeepsNobodyOut(Play play) {
    String session = play.carol().meet(play.ann());
    var _ = play.ann().leave(session).is(200);
    play.admin().block(play.ann(), play.bob());
    var _ =
        play.carol()
            .invite(session, play.bob())
            .is(200, "{\"invited\":" + Agent.list(play.bob()) + "}");
    var _ = play.bob().join(session).is(200);
    var _ = play.carol().invite(session, play.ann()).is(200, "{\"invited\":[]}");
  }
}
