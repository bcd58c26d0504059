package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.sources.DeliveryFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The stream is a bell, and never the truth: whatever it does with its records, all arrives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class StreamRecordsTest {

  private static final String DRAIN = "DrainStreamFunction";

  private Stack stack;
  private BedAgent alice;
  private BedAgent bob;
  private final List<String> sessions = new ArrayList<>();
  private Stream atAlice;
  private Stream atBob;

  @BeforeAll
  void start() {
    stack = Stack.withoutPresence();
  }

  @BeforeEach
  void someSessions() throws Exception {
    alice = stack.agent();
    bob = stack.agent();
    atAlice = alice.connect();
    atBob = bob.connect();
    sessions.clear();
    for (int i = 0; i < 3; i++) {
      String session = Stack.session(alice, bob);
      sessions.add(session);
      assertAllFlows(alice, session, atAlice, atBob);
    }
    stack.awaitQuiet();
  }

  @AfterEach
  void calm() {
    stack.calm();
    atAlice.close();
    atBob.close();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  private void disturb(DeliveryFault fault) {
    stack.bed().sources().stream(DRAIN).disturb(fault);
  }

  /** Some messages in each session, in turn; the last sequence of all of them. */
  private long talk() {
    long last = 0;
    for (int i = 0; i < 3; i++) {
      for (String session : sessions) {
        last = alice.say(session, "message " + i);
      }
    }
    return last;
  }

  private void assertAllArrives(long last) throws Exception {
    for (String session : sessions) {
      for (Stream stream : List.of(atAlice, atBob)) {
        stream.await(session, last);
        assertEquals(Stack.everything(last), Stack.arrivals(stream, session));
      }
    }
    stack.calm();
    for (String session : sessions) {
      assertAllFlows(alice, session, atAlice, atBob);
    }
    assertEquals(0, stack.bed().queues().size(stack.queue("StreamDeadLetters")));
  }

  @Test
  void recordsThatComeTwiceChangeNothing() throws Exception {
    disturb(records -> {
      List<JsonNode> twice = new ArrayList<>(records);
      twice.addAll(records);
      return twice;
    });
    assertAllArrives(talk());
    for (String session : sessions) {
      assertEquals(atBob.sequences(session).stream().distinct().toList(), atBob.sequences(session));
    }
  }

  /** Those of one session as well, which AWS does not do. */
  @Test
  void recordsThatComeInAnyOrderAreHandedOverInTheOrderOfTheLog() throws Exception {
    List<JsonNode> held = new ArrayList<>();
    disturb(records -> {
      held.addAll(records);
      if (held.size() < 9) {
        return List.of();
      }
      List<JsonNode> swapped = new ArrayList<>(held);
      held.clear();
      Collections.reverse(swapped);
      return swapped;
    });
    assertAllArrives(talk());
  }

  @Test
  void recordsThatNeverComeAreMadeUpForByTheNextOfTheirSession() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    disturb(records -> records.stream().filter(_ -> seen.getAndIncrement() >= 6).toList());
    assertAllArrives(talk());
  }

  /** The instance dies in the middle of a batch: all of it comes again. */
  @Test
  void aBatchThatDiesHalfWayComesAgain() throws Exception {
    holdBatch(9);
    AtomicInteger posts = new AtomicInteger();
    stack
        .bed()
        .services()
        .disturb((call, service) -> {
          if (call.operation().equals("PostToConnection") && posts.incrementAndGet() == 5) {
            service.answer(call);
            throw stack.bed().kill(call);
          }
          return service.answer(call);
        });
    assertAllArrives(talk());
    assertTrue(stack.bed().ledger().invocations(DRAIN).stream().anyMatch(each -> !each.answered()));
  }

  /** One session cannot be drained, nor rung again: the batch comes again from there on. */
  @Test
  void aBatchInWhichOneSessionFailsComesAgainFromItsFirstRecordOn() throws Exception {
    holdBatch(9);
    AtomicBoolean fails = new AtomicBoolean(true);
    AtomicInteger refused = new AtomicInteger();
    String ulid = sessions.get(1).substring("sess_".length());
    stack
        .bed()
        .services()
        .disturb((call, service) -> {
          boolean its = stack.bed().lambda().functionOf(call.caller()).equals(DRAIN);
          boolean drains = its && call.service().equals("DynamoDB") && call.body().contains(ulid);
          boolean rings = its && call.service().equals("SQS");
          if (!fails.get() || !(drains || rings)) {
            return service.answer(call);
          }
          if (rings && refused.incrementAndGet() >= 4) {
            fails.set(false);
          }
          return ServiceAnswer.failure(
              400, drains ? "ValidationException" : "InvalidAddress", "not now");
        });
    assertAllArrives(talk());
    assertTrue(refused.get() > 0);
  }

  /** Lets what is read go on when there is that much of it, as one batch. */
  private void holdBatch(int count) {
    List<JsonNode> held = new ArrayList<>();
    disturb(records -> {
      held.addAll(records);
      if (held.size() < count) {
        return List.of();
      }
      List<JsonNode> all = List.copyOf(held);
      held.clear();
      return all;
    });
  }

  @Test
  void aStreamThatIsBehindAndABatchThatIsGivenUpAreAlarms() {
    assertTrue(stack.isWatched("StreamDeadLetters"));
    assertTrue(
        stack.bed().template().alarms().stream()
            .anyMatch(alarm -> alarm.watches("AWS/Lambda", "IteratorAge", stack.function(DRAIN))));
  }
}
