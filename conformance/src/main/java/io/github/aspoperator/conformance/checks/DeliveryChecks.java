package io.github.aspoperator.conformance.checks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.conformance.check.Check;
import io.github.aspoperator.conformance.check.Clause;
import io.github.aspoperator.conformance.check.Level;
import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Ear;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Play;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What reaches connections, and in which order (section 5). */
public final class DeliveryChecks {

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Check(id = "ASP-DEL-001", clause = Clause.ONE_STREAM)
  public void aMessageReachesEverybodyWhoIsJoinedAlsoItsSender(Play play) {
    Ear atAnn = play.ann().connect();
    Ear atBob = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long sequence = play.ann().say(session, "hello");
    Expect.equal(
        atAnn.await(session, sequence), atBob.await(session, sequence), "the event for both");
  }

  @Check(id = "ASP-DEL-002", clause = Clause.LIVE_AND_HISTORY)
  public void whatIsHandedOverIsWhatIsReadLater(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long last = play.ann().say(session, "hello");
    var _ = ear.await(session, last);
    Expect.equal(
        play.bob().history(session).getLast(), ear.of(session).getLast(), "the last event");
  }

  @Check(id = "ASP-DEL-003", clause = Clause.ONE_STREAM)
  public void everyConnectionOfAnAgentGetsEveryEvent(Play play) {
    Ear one = play.bob().connect();
    Ear two = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long last = play.ann().say(session, "to both");
    Expect.equal(one.await(session, last), two.await(session, last), "the event on both");
  }

  @Check(id = "ASP-DEL-004", clause = Clause.REPLAY)
  public void whoComesBackGetsWhatItMissedInOrder(Play play) {
    Ear before = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long had = play.ann().say(session, "heard");
    var _ = before.await(session, had);
    before.close();
    long missed = 0;
    for (int i = 0; i < 5; i++) {
      missed = play.ann().say(session, "missed " + i);
    }
    Ear after = play.bob().connect();
    List<Long> readable = caughtUp(after, play.bob(), session, had);
    List<Long> came = after.sequences(session).stream().filter(s -> s > had).toList();
    Expect.equal(readable, came.subList(0, Math.min(readable.size(), came.size())), "what came");
    Expect.that(
        readable.contains(missed) || play.bob().types(session).contains("session.left"),
        "it cannot read what it missed, and was not made to leave");
  }

  /**
   * What {@code agent} may read after {@code had}, once all of it has come. Where grace is short it
   * may have been made to leave meanwhile: then that is the last of it.
   */
  private static List<Long> caughtUp(Ear ear, Agent agent, String session, long had) {
    List<Long> readable =
        agent.history(session).stream()
            .map(e -> e.path("sequence").asLong())
            .filter(sequence -> sequence > had)
            .toList();
    var _ = ear.await(session, readable.getLast());
    return readable;
  }

  @Check(id = "ASP-DEL-005", clause = Clause.REPLAY)
  public void whoMissedNothingGetsNothingAgain(Play play) {
    Ear before = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long had = play.ann().say(session, "heard");
    var _ = before.await(session, had);
    before.close();
    play.settle();
    Ear after = play.bob().connect();
    var _ = play.ann().say(session, "what would come after it");
    var _ = caughtUp(after, play.bob(), session, had);
    Expect.that(
        after.sequences(session).stream().allMatch(sequence -> sequence > had),
        "it came again: " + after.sequences(session));
  }

  @Check(id = "ASP-DEL-006", clause = Clause.REPLAY)
  public void anInvitationWaitsForWhoIsAway(Play play) {
    String session = play.ann().open(play.bob());
    Ear ear = play.bob().connect();
    var _ = ear.awaitType(session, "session.invited");
  }

  @Check(id = "ASP-DEL-007", clause = Clause.DELIVERY_ORDER)
  public void whoJoinsIsHandedEverythingUpToThereAndThenWhatIsLive(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().create("{}").is(201).text("session_id");
    var _ = play.ann().say(session, "one");
    var _ = play.ann().say(session, "two");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = ear.await(session, 3);
    var _ = play.bob().join(session).is(200);
    long live = play.ann().say(session, "live");
    var _ = ear.await(session, live);
    Expect.equal(List.of(3L, 1L, 2L, 4L, 5L), ear.sequences(session), "the order");
  }

  @Check(id = "ASP-DEL-008", clause = Clause.DELIVERY_ORDER)
  public void whoJoinsAgainIsHandedTheGap(Play play) {
    Ear ear = play.bob().connect();
    String session = play.ann().meet(play.bob());
    var _ = play.bob().leave(session).is(200);
    long gap = play.ann().say(session, "in between");
    var _ = play.ann().invite(session, play.bob()).is(200);
    var _ = ear.await(session, gap + 1);
    var _ = play.bob().join(session).is(200);
    long live = play.ann().say(session, "live");
    var _ = ear.await(session, live);
    List<Long> came = ear.sequences(session);
    Expect.equal(range(1, live), came.stream().sorted().distinct().toList(), "all that came");
    Expect.equal((long) came.size(), live, "how much came");
    Expect.that(
        came.indexOf(gap) > came.indexOf(gap + 1), "the gap came before the joining opened it");
  }

  @Check(id = "ASP-DEL-009", clause = Clause.ONE_STREAM, agents = 3)
  public void oneStreamCarriesAllSessionsEachInItsOrder(Play play) {
    Ear ear = play.bob().connect();
    String one = play.ann().meet(play.bob());
    String two = play.carol().meet(play.bob());
    long last = 0;
    long other = 0;
    for (int i = 0; i < 5; i++) {
      last = play.ann().say(one, "one " + i);
      other = play.carol().say(two, "two " + i);
    }
    var _ = ear.await(one, last);
    var _ = ear.await(two, other);
    for (String session : List.of(one, two)) {
      for (JsonNode event : ear.of(session)) {
        if (event.path("type").asText().equals("session.message")) {
          String said = event.at("/payload/content").asText();
          Expect.that(said.startsWith(session.equals(one) ? "one" : "two"), "mixed up: " + event);
        }
      }
    }
  }

  @Check(id = "ASP-DEL-010", clause = Clause.SEQUENCES, agents = 3)
  public void manySendersMakeOneLogThatEverybodyGetsInTheSameOrder(Play play)
      throws InterruptedException {
    Ear atBob = play.bob().connect();
    Ear atCarol = play.carol().connect();
    String session = play.ann().meet(play.bob(), play.carol());
    List<Thread> senders = new ArrayList<>();
    List<Agent> agents = play.agents().subList(0, 3);
    for (int i = 0; i < 9; i++) {
      Agent sender = agents.get(i % 3);
      senders.add(
          Thread.startVirtualThread(() -> {
            for (int j = 0; j < 5; j++) {
              var _ = sender.send(session, "{\"content\":\"race\"}");
            }
          }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    long last = play.ann().say(session, "the end");
    List<JsonNode> history = play.ann().history(session);
    Expect.equal(
        range(1, last),
        history.stream().map(e -> e.path("sequence").asLong()).toList(),
        "the sequences");
    for (Ear ear : List.of(atBob, atCarol)) {
      var _ = ear.await(session, last);
      List<JsonNode> messages =
          ear.of(session).stream()
              .filter(e -> e.path("type").asText().equals("session.message"))
              .toList();
      Expect.equal(
          history.stream().filter(e -> e.path("type").asText().equals("session.message")).toList(),
          messages,
          "what came");
    }
  }

  @Check(id = "ASP-DEL-011", clause = Clause.STRETCH, level = Level.OURS)
  public void aConnectionBesideAnotherIsToldWhatWasHandedOutLately(Play play) {
    Ear one = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long said = play.ann().say(session, "said before");
    var _ = one.await(session, said);
    Ear two = play.bob().connect();
    var _ = two.await(session, said);
    long live = play.ann().say(session, "live");
    var _ = two.await(session, live);
    Expect.equal(
        one.await(session, live), one.of(session).getLast(), "the other one gets nothing again");
  }

  @Check(id = "ASP-DEL-012", clause = Clause.STRETCH, level = Level.OURS)
  public void aConnectionAfterOneThatDiedIsToldWhatWasHandedOutLately(Play play) {
    Ear one = play.bob().connect();
    String session = play.ann().meet(play.bob());
    long said = play.ann().say(session, "said before");
    var _ = one.await(session, said);
    one.cut();
    Ear two = play.bob().connect();
    var _ = two.await(session, said);
  }

  @Check(id = "ASP-DEL-013", clause = Clause.REPLAY)
  public void aLongAbsenceIsMadeGoodInOrder(Play play) {
    String session = play.ann().meet(play.bob());
    List<String> said = new ArrayList<>();
    long last = 0;
    for (int i = 0; i < 40; i++) {
      said.add("message " + i);
      last = play.ann().say(session, said.getLast());
    }
    Ear ear = play.bob().connect();
    var _ = ear.await(session, last);
    Expect.equal(
        said,
        ear.of(session).stream()
            .filter(e -> e.path("type").asText().equals("session.message"))
            .map(e -> e.at("/payload/content").asText())
            .toList(),
        "what came");
  }

  @Check(id = "ASP-DEL-014", clause = Clause.REPLAY, agents = 3)
  public void whatIsMissedInSeveralSessionsComesInEach(Play play) {
    String one = play.ann().meet(play.bob());
    String two = play.carol().meet(play.bob());
    long last = play.ann().say(one, "x");
    long other = play.carol().say(two, "y");
    Ear ear = play.bob().connect();
    var _ = ear.await(one, last);
    var _ = ear.await(two, other);
    Expect.equal(range(1, last), ear.sequences(one).stream().sorted().toList(), "of the first");
    Expect.equal(range(1, other), ear.sequences(two).stream().sorted().toList(), "of the second");
  }
}
