package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Http;
import io.github.aspoperator.bed.client.Reply;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.Service;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A table that is too busy: a call tries again some times, then answers 503; what it wrote by then
 * is whole, and the same request again makes one message (invariant 6).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class ThrottledTablesTest {

  private static final int TRIES = 4;
  private static final Duration PATIENCE = Duration.ofMillis(2_500);
  private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "TransactWriteItems");

  private Stack stack;
  private BedAgent alice;
  private BedAgent bob;
  private String session;
  private String messages;

  @BeforeAll
  void start() {
    stack = Stack.withoutPresence();
    alice = stack.agent();
    bob = stack.agent();
    session = Stack.session(alice, bob);
    messages = "/sessions/" + session + "/messages";
  }

  @AfterEach
  void calm() {
    stack.calm();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  /** Refuses calls of one function to the tables, the first few or all. */
  private final class Busy implements ServiceFault {

    private final String functionId;
    private final Set<String> operations;
    private final ServiceAnswer refusal;
    private final int most;
    private final Queue<Long> tries = new ConcurrentLinkedQueue<>();

    Busy(String functionId, Set<String> operations, int most, int status, String type) {
      this.functionId = functionId;
      this.operations = operations;
      this.most = most;
      this.refusal = ServiceAnswer.failure(status, type, "slow down");
    }

    @Override
    public ServiceAnswer around(ServiceCall call, Service service)
        throws IOException, InterruptedException {
      boolean its =
          operations.contains(call.operation())
              && stack.bed().lambda().functionOf(call.caller()).equals(functionId);
      if (!its || tries.size() >= most) {
        return service.answer(call);
      }
      tries.add(System.nanoTime());
      return refusal;
    }

    Duration span() {
      List<Long> all = List.copyOf(tries);
      return Duration.ofNanos(all.getLast() - all.getFirst());
    }
  }

  private static String body(String key) {
    return "{\"content\":\"once\",\"idempotency_key\":\"" + key + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "PutItem, 400, ProvisionedThroughputExceededException",
    "PutItem, 400, ThrottlingException",
    "PutItem, 400, TransactionConflictException",
    "PutItem, 500, InternalServerError",
    "PutItem, 503, ServiceUnavailable",
    "BatchGetItem, 400, ProvisionedThroughputExceededException",
    "BatchGetItem, 500, InternalServerError",
  })
  void aBusyTableIsA503AfterAFewTriesAndTheRetryIsOneMessage(
      String operation, int status, String type) throws Exception {
    int before = Stack.history(alice, session).size();
    Busy busy = new Busy("SendMessageFunction", Set.of(operation), Integer.MAX_VALUE, status, type);
    stack.bed().services().disturb(busy);

    Reply refused = alice.once("POST", messages, body(type + status + operation));

    refused.expect(503);
    assertEquals("UNAVAILABLE", refused.body().at("/error/code").asText());
    assertTrue(busy.tries.size() <= TRIES, "tries: " + busy.tries.size());
    assertTrue(busy.span().compareTo(PATIENCE) < 0, "for " + busy.span());
    stack.calm();
    assertEquals(before, Stack.history(alice, session).size());
    for (int again = 0; again < 2; again++) {
      JsonNode sent =
          alice.once("POST", messages, body(type + status + operation)).expect(201).body();
      assertEquals(before + 1, sent.path("sequence").asInt());
    }
    assertEquals(before + 1, Stack.history(alice, session).size());
  }

  @Test
  void aTableThatIsBusyForAMomentIsNotNoticed() {
    Busy busy =
        new Busy(
            "SendMessageFunction",
            Set.of("PutItem"),
            2,
            400,
            "ProvisionedThroughputExceededException");
    stack.bed().services().disturb(busy);
    alice.once("POST", messages, body("a moment")).expect(201);
    assertEquals(2, busy.tries.size());
  }

  /** Two who were refused together do not come back together. */
  @Test
  void thePausesBetweenTriesAreDrawn() {
    Set<Long> pauses = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      Busy busy = new Busy("SendMessageFunction", Set.of("PutItem"), 3, 500, "InternalServerError");
      stack.bed().services().disturb(busy);
      alice.once("POST", messages, body("drawn" + i)).expect(201);
      pauses.add(busy.span().toMillis() / 10);
    }
    assertTrue(pauses.size() > 1, "all spans alike: " + pauses);
  }

  /** The table wrote it, and could not say so. */
  @Test
  void aMessageWhoseWriteSeemedToFailIsOneMessage() throws Exception {
    int before = Stack.history(alice, session).size();
    stack
        .bed()
        .services()
        .disturb((call, service) -> {
          ServiceAnswer answer = service.answer(call);
          return call.operation().equals("PutItem")
              ? ServiceAnswer.failure(500, "InternalServerError", "who knows")
              : answer;
        });
    alice.once("POST", messages, body("seemed")).expect(503);
    stack.calm();
    assertEquals(
        before + 1,
        alice.once("POST", messages, body("seemed")).expect(201).body().path("sequence").asInt());
    assertEquals(before + 1, Stack.history(alice, session).size());
  }

  /** What needs two items at once: the agent is there with its token, or not at all. */
  @ParameterizedTest
  @CsvSource({
    "400, TransactionInProgressException",
    "400, ProvisionedThroughputExceededException",
    "500, InternalServerError",
  })
  void anAgentThatCouldNotBeRegisteredIsNotThereAndCanBeRegisteredLater(int status, String type) {
    Http owner = new Http(stack.bed().url(), stack.bed().adminToken());
    String handle = "@busy." + type.toLowerCase(Locale.ROOT);
    String body = "{\"handle\":\"" + handle + "\",\"policy\":\"open\"}";
    stack
        .bed()
        .services()
        .disturb(new Busy("OwnerSideFunction", WRITES, Integer.MAX_VALUE, status, type));

    owner.once("POST", "/_admin/agents", body).expect(503);

    stack.calm();
    owner.once("GET", "/_admin/agents/" + handle, "").expect(404);
    owner.once("POST", "/_admin/agents", body).expect(201);
  }

  /** The drain is rung again through the bell queue: late, in order, and nothing is lost. */
  @Test
  void whatCouldNotBeDrainedIsDrainedWhenThereIsRoomAgain() throws Exception {
    try (Stream atAlice = alice.connect();
        Stream atBob = bob.connect()) {
      assertAllFlows(alice, session, atAlice, atBob);
      Busy busy =
          new Busy(
              "DrainStreamFunction",
              Set.of("GetItem", "BatchGetItem", "Query", "UpdateItem", "PutItem"),
              Integer.MAX_VALUE,
              400,
              "ProvisionedThroughputExceededException");
      stack.bed().services().disturb(busy);
      alice.say(session, "one");
      long late = alice.say(session, "two");
      atBob.await(session, late);
      assertFalse(busy.tries.isEmpty());
      stack.calm();
      assertAllFlows(alice, session, atAlice, atBob);
    }
  }

  @Test
  void tablesThatThrottleAndAnswersOf503AreAlarms() {
    for (String table : List.of("LogTable", "AgentsTable", "DeliveryTable")) {
      for (String metric : List.of("ReadThrottleEvents", "WriteThrottleEvents")) {
        assertTrue(stack.isWatched("AWS/DynamoDB", metric, stack.table(table)), table + metric);
      }
    }
    assertTrue(stack.isWatched("BellDeadLetters"));
    assertTrue(
        stack.isWatched("AWS/ApiGateway", "5xx", stack.bed().template().names().apiId("HttpApi")));
  }
}
