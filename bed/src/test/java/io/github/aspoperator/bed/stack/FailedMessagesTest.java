package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.ledger.CallEntry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A message that failed comes again long before its queue would let it: with the visibility of the
 * template, and nobody but the function itself to shorten it.
 */
@Timeout(60)
final class FailedMessagesTest {

  private static final String SHORTEN = "ChangeMessageVisibility";

  @Test
  void aSessionWhoseDrainFailedTwiceIsDrainedWithinSeconds() throws Exception {
    try (Stack stack = Stack.asOnAws()) {
      BedAgent alice = stack.agent();
      String session = Stack.session(alice);
      try (Stream atAlice = alice.connect()) {
        Stack.assertAllFlows(alice, session, atAlice);
        stack.awaitQuiet();
        failOnce(stack, "DrainStreamFunction", "DrainBellFunction");
        Stack.assertAllFlows(alice, session, atAlice);
        assertShortened(stack, "DrainBellFunction");
      }
    }
  }

  @Test
  void anAgentWhoseReplayFailedIsReplayedWithinSeconds() throws Exception {
    try (Stack stack = Stack.asOnAws()) {
      BedAgent alice = stack.agent();
      BedAgent bob = stack.agent();
      String session = Stack.session(alice, bob);
      stack.awaitQuiet();
      failOnce(stack, "ReplayQueueFunction");
      try (Stream atBob = bob.connect()) {
        Stack.assertAllFlows(alice, session, atBob);
        assertShortened(stack, "ReplayQueueFunction");
      }
    }
  }

  @Test
  void anAbsenceThatCouldNotBePublishedIsPublishedWithinSeconds() throws Exception {
    try (Stack stack = Stack.asOnAws()) {
      BedAgent alice = stack.agent();
      BedAgent bob = stack.agent();
      String session = Stack.session(alice, bob);
      try (Stream atAlice = alice.connect()) {
        try (Stream atBob = bob.connect()) {
          Stack.assertAllFlows(alice, session, atBob);
          stack.awaitQuiet();
          failOnce(stack, "GraceQueueFunction", "WorkQueueFunction");
        }
        Stack.await(atAlice, session, "session.disconnected", bob);
        Stack.await(atAlice, session, "session.left", bob);
        assertShortened(stack, "GraceQueueFunction");
        assertShortened(stack, "WorkQueueFunction");
      }
    }
  }

  /**
   * The first call to the tables that each of {@code functions} makes fails, for no good reason.
   */
  private static void failOnce(Stack stack, String... functions) {
    Set<String> toFail = ConcurrentHashMap.newKeySet();
    toFail.addAll(List.of(functions));
    stack
        .bed()
        .services()
        .disturb((call, service) ->
            call.service().equals("DynamoDB")
                    && toFail.remove(stack.bed().lambda().functionOf(call.caller()))
                ? ServiceAnswer.failure(400, "ValidationException", "not now")
                : service.answer(call));
  }

  private static void assertShortened(Stack stack, String functionId) {
    List<CallEntry> calls =
        stack.bed().ledger().calls(SHORTEN).stream()
            .filter(call -> call.functionId().equals(functionId))
            .toList();
    assertTrue(!calls.isEmpty(), functionId + " shortened nothing");
    calls.forEach(call -> assertEquals(200, call.status()));
  }
}
