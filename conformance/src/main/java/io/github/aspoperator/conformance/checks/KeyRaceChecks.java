package io.github.aspoperator.conformance.checks;

import static io.github.aspoperator.conformance.checks.Retries.SAYING;
import static io.github.aspoperator.conformance.checks.Retries.keyed;
import static io.github.aspoperator.conformance.checks.Retries.messages;
import static io.github.aspoperator.conformance.checks.Retries.same;

import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import io.github.aspoperator.conformance.play.Reply;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Retries that race (section 3). */
public final class KeyRaceChecks {

  private static final int RETRIES = 12;

  private static List<Reply> atOnce(IntFunction<Reply> call) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return IntStream.range(0, RETRIES)
          .mapToObj(i -> CompletableFuture.supplyAsync(() -> call.apply(i), threads))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    }
  }

  @Check(id = "ASP-IDM-016", clause = Clause.KEY_RACES)
  public void repeatedMessagesThatRaceMakeOneEvent(Play play) {
    String session = play.ann().meet(play.bob());
    List<Reply> replies = atOnce(i -> play.ann().send(session, SAYING));
    replies.forEach(reply -> same(replies.getFirst().is(201), reply));
    Expect.equal(1L, messages(play.ann(), session), "messages");
  }

  @Check(id = "ASP-IDM-017", clause = Clause.KEY_RACES)
  public void repeatedCreatesThatRaceMakeOneSession(Play play) {
    String body =
        keyed(
            play.word(),
            ",\"invite\":" + Agent.list(play.bob()) + ",\"initial_message\":{\"content\":\"x\"}");
    List<Reply> replies = atOnce(i -> play.ann().create(body));
    replies.forEach(reply -> same(replies.getFirst().is(201), reply));
    Expect.equal(
        1L, messages(play.ann(), replies.getFirst().text("session_id")), "initial messages");
  }

  @Check(id = "ASP-IDM-018", clause = Clause.KEY_RACES)
  public void ofDifferentMessagesThatRaceForAKeyOneWins(Play play) {
    String session = play.ann().meet(play.bob());
    List<Reply> replies =
        atOnce(i -> play.ann().send(session, keyed("k", ",\"content\":\"" + i % 3 + "\"")));
    Set<Object> granted = new HashSet<>();
    for (Reply reply : replies) {
      if (reply.status() != 422) {
        granted.add(reply.is(201).json());
      }
    }
    Expect.equal(1, granted.size(), "different answers that are no conflict");
    Expect.equal(1L, messages(play.ann(), session), "messages");
  }
}
