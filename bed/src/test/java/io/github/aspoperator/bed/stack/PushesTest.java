package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.CutException;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import io.github.aspoperator.bed.gateway.ConnectionsApi;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * One of many recipients cannot be posted to: the others get theirs at once, and that one gets its
 * own later, in order and once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class PushesTest {

  private Stack stack;
  private BedAgent alice;
  private BedAgent bob;
  private BedAgent carol;
  private String session;

  @BeforeAll
  void start() {
    stack = Stack.withoutPresence();
  }

  @BeforeEach
  void aSession() {
    alice = stack.agent();
    bob = stack.agent();
    carol = stack.agent();
    session = Stack.session(alice, bob, carol);
  }

  @AfterEach
  void calm() {
    stack.calm();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  /** Does {@code fault} to every post to one connection. */
  private void disturb(String connection, ServiceFault fault) {
    stack
        .bed()
        .services()
        .disturb((call, service) ->
            isPostTo(call, connection) ? fault.around(call, service) : service.answer(call));
  }

  private static boolean isPostTo(ServiceCall call, String connection) {
    return call.operation().equals("PostToConnection")
        && ConnectionsApi.connectionId(call).equals(connection);
  }

  private void othersHear(long sequence, Stream... others) throws Exception {
    for (Stream other : others) {
      other.await(session, sequence);
      assertEquals(Stack.everything(sequence), Stack.arrivals(other, session));
    }
  }

  @Test
  void whomTheGatewayThrottlesGetsItsOwnWhenThereIsRoomAgain() throws Exception {
    laterInOrderAndOnce((_, _) -> ConnectionsApi.failure(429, "LimitExceededException"));
  }

  @Test
  void whomTheGatewayRefusesGetsItsOwnWhenItIsTakenAgain() throws Exception {
    laterInOrderAndOnce((_, _) -> ConnectionsApi.failure(403, "ForbiddenException"));
  }

  @Test
  void whomTheGatewayFailsForGetsItsOwnWhenItWorksAgain() throws Exception {
    laterInOrderAndOnce((_, _) -> ConnectionsApi.failure(500, "InternalServerErrorException"));
  }

  private void laterInOrderAndOnce(ServiceFault fault) throws Exception {
    try (Stream atAlice = alice.connect();
        Stack.Line line = stack.connect(bob);
        Stream atCarol = carol.connect()) {
      Stream atBob = line.stream();
      assertAllFlows(alice, session, atAlice, atBob, atCarol);
      disturb(line.id(), fault);
      long first = alice.say(session, "one");
      long last = alice.say(session, "two");
      othersHear(last, atAlice, atCarol);
      assertEquals(Stack.everything(first - 1), atBob.sequences(session));

      stack.calm();

      atBob.await(session, last);
      assertEquals(Stack.everything(last), atBob.sequences(session));
      assertAllFlows(alice, session, atAlice, atBob, atCarol);
    }
  }

  /** A client that takes nothing for two seconds is closed, and is told when it is back. */
  @Test
  void whoTakesNothingInTimeIsClosedAndHoldsUpNobody() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    AtomicBoolean isSlow = new AtomicBoolean(true);
    try (Stream atAlice = alice.connect();
        Stack.Line line = stack.connect(bob);
        Stream atCarol = carol.connect()) {
      assertAllFlows(alice, session, atAlice, line.stream(), atCarol);
      disturb(
          line.id(),
          (call, service) -> {
            if (isSlow.getAndSet(false)) {
              slow.await(10, TimeUnit.SECONDS);
              throw new CutException();
            }
            return service.answer(call);
          });
      long first = alice.say(session, "one");
      long last = alice.say(session, "two");
      othersHear(last, atAlice, atCarol);
      assertEquals(1000, line.stream().closed().get(10, TimeUnit.SECONDS));
      slow.countDown();
      try (Stream back = bob.connect()) {
        back.await(session, last);
        List<Long> missed =
            back.sequences(session).stream().filter(sequence -> sequence >= first).toList();
        assertEquals(List.of(first, last), missed);
        assertAllFlows(alice, session, atAlice, atCarol);
      }
    }
  }

  @Test
  void whoseConnectionIsGoneIsTakenForGoneAndToldWhenItIsBack() throws Exception {
    try (Stream atAlice = alice.connect();
        Stack.Line line = stack.connect(bob);
        Stream atCarol = carol.connect()) {
      assertAllFlows(alice, session, atAlice, line.stream(), atCarol);
      stack.age(bob);
      disturb(line.id(), (_, _) -> ConnectionsApi.failure(410, "GoneException"));
      long first = alice.say(session, "one");
      long last = alice.say(session, "two");
      othersHear(last, atAlice, atCarol);
      Stack.await("bob is taken for gone", () -> !stack.isOnline(bob));
      try (Stream back = bob.connect()) {
        back.await(session, last);
        List<Long> missed =
            back.sequences(session).stream().filter(sequence -> sequence >= first).toList();
        assertEquals(List.of(first, last), missed);
        assertAllFlows(alice, session, atAlice, atCarol);
      }
    }
  }

  /** Of two connections of one agent only one is gone: the other misses nothing. */
  @Test
  void theOtherConnectionOfTheSameAgentGetsEverything() throws Exception {
    try (Stack.Line line = stack.connect(bob);
        Stream other = bob.connect()) {
      other.await(session, 3);
      stack.age(bob);
      disturb(line.id(), (_, _) -> ConnectionsApi.failure(410, "GoneException"));
      assertAllFlows(alice, session, other);
    }
  }

  @Test
  void aReplayThatIsGivenUpOrWaitsForLongIsAnAlarm() {
    assertTrue(stack.isWatched("ReplayDeadLetters"));
    assertTrue(
        stack.bed().template().alarms().stream()
            .anyMatch(alarm ->
                alarm.watches(
                    "AWS/SQS", "ApproximateAgeOfOldestMessage", stack.queue("ReplayQueue"))));
  }
}
