package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Reply;
import io.github.aspoperator.bed.client.Stream;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A handler is killed at each of its calls, before the call took effect and after, and is tried
 * again as AWS would (invariant 8): nothing is lost, nothing is out of order, nothing is stuck.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class HandlersThatDieTest {

  private Stack stack;
  private BedAgent alice;
  private BedAgent bob;

  @BeforeAll
  void start() {
    stack = Stack.withoutPresence();
    alice = stack.agent();
    bob = stack.agent();
  }

  @AfterEach
  void calm() {
    stack.calm();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  private void arm(Death death) {
    stack.retrying();
    stack.bed().services().disturb(death);
  }

  @Test
  void aMessageThatIsSentAgainAfterADeathIsOneMessage() throws Exception {
    String session = Stack.session(alice, bob);
    String path = "/sessions/" + session + "/messages";
    try (Stream atAlice = alice.connect();
        Stream atBob = bob.connect()) {
      Deaths.atEachCall(
          stack,
          "SendMessageFunction",
          3,
          death -> {
            long before = Stack.history(alice, session).size();
            String body = "{\"content\":\"once\",\"idempotency_key\":\"" + before + "\"}";
            arm(death);
            Reply first = alice.once("POST", path, body);
            stack.calm();
            assertEquals(death.came() ? 500 : 201, first.status());
            JsonNode sent = alice.once("POST", path, body).expect(201).body();
            assertEquals(before + 1, sent.path("sequence").asLong());
            atBob.await(session, before + 1);
            assertEquals(before + 1, Stack.history(alice, session).size());
          });
      assertAllFlows(alice, session, atAlice, atBob);
    }
  }

  @Test
  void whatADeadDrainLeftBehindComesWithItsRetry() throws Exception {
    String session = Stack.session(alice, bob);
    try (Stream atAlice = alice.connect();
        Stream atBob = bob.connect()) {
      atBob.await(session, 2);
      Deaths.atEachCall(
          stack,
          "DrainStreamFunction",
          4,
          death -> {
            arm(death);
            long said = alice.say(session, "despite everything");
            atBob.await(session, said);
            atAlice.await(session, said);
            assertEquals(Stack.everything(said), Stack.arrivals(atBob, session));
            stack.awaitQuiet();
          });
      assertAllFlows(alice, session, atAlice, atBob);
    }
  }

  /** A becoming joined is the drain that does most. */
  @Test
  void whoJoinsWhileDrainsDieSeesAllFromTheBeginning() throws Exception {
    String session = Stack.session(alice);
    try (Stream atAlice = alice.connect()) {
      Deaths.atEachCall(
          stack,
          "DrainStreamFunction",
          6,
          death -> {
            BedAgent carol = stack.agent();
            try (Stream atCarol = carol.connect()) {
              stack.awaitQuiet();
              alice
                  .call(
                      "POST",
                      "/sessions/" + session + "/invite",
                      "{\"invite\":[\"" + carol.handle() + "\"]}")
                  .expect(200);
              int invited = Stack.history(alice, session).size();
              atCarol.await(session, invited);
              stack.awaitQuiet();
              arm(death);
              carol.join(session);
              atCarol.await(session, invited + 1);
              stack.awaitQuiet();
              long last = carol.say(session, "here I am");
              atCarol.await(session, last);
              List<Long> came = Stack.arrivals(atCarol, session);
              assertEquals(Stack.everything(last), came.stream().sorted().toList());
              assertEquals(invited, came.getFirst());
              List<Long> run = came.subList(1, came.size());
              assertEquals(run.stream().sorted().toList(), run);
            }
            carol.call("POST", "/sessions/" + session + "/leave", "").expect(200);
          });
      assertAllFlows(alice, session, atAlice);
    }
  }

  @Test
  void whatADeadReplayLeftBehindComesWithItsRetry() throws Exception {
    String session = Stack.session(alice, bob);
    Deaths.atEachCall(
        stack,
        "ReplayQueueFunction",
        6,
        death -> {
          long first = alice.say(session, "one");
          alice.say(session, "two");
          long last = alice.say(session, "three");
          stack.awaitQuiet();
          arm(death);
          try (Stream atBob = bob.connect()) {
            atBob.await(session, last);
            long live = alice.say(session, "four");
            atBob.await(session, live);
            List<Long> came =
                Stack.arrivals(atBob, session).stream().filter(each -> each >= first).toList();
            assertEquals(List.of(first, first + 1, last, live), came);
            stack.awaitQuiet();
          }
          Stack.await("bob is away", () -> !stack.isOnline(bob));
        });
    assertEquals(
        Stack.everything(Stack.history(alice, session).size()),
        Stack.history(bob, session).stream().map(each -> each.path("sequence").asLong()).toList());
  }

  @Test
  void aHandshakeThatDiedIsTriedAgainAndMissesNothing() throws Exception {
    Deaths.atEachCall(
        stack,
        "ConnectFunction",
        5,
        death -> {
          BedAgent carol = stack.agent();
          String session = Stack.session(alice, carol);
          long missed = alice.say(session, "while away");
          stack.awaitQuiet();
          arm(death);
          boolean died = diesAtTheDoor(carol, death);
          stack.calm();
          if (died) {
            // what it left behind is taken for a connection that is about to open, for half a
            // minute
            stack.age(carol);
            alice.say(session, "between");
          }
          try (Stream atCarol = carol.connect()) {
            atCarol.await(session, missed);
            assertAllFlows(alice, session, atCarol);
          }
        });
  }

  private static boolean diesAtTheDoor(BedAgent carol, Death death) {
    try {
      carol.connect().close();
      assertFalse(death.came());
      return false;
    } catch (CompletionException refused) {
      assertTrue(death.came(), refused.toString());
      return true;
    }
  }
}
