package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static io.github.aspoperator.bed.stack.Stack.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A function that says who is gone is killed at each of its calls: it is said, and said once. */
@Timeout(120)
final class AbsencesThatDieTest {

  /** The gateway asks once: what a death leaves behind, the sweep finds. */
  @Test
  void aDisconnectThatDiedIsMadeUpForByTheSweep() throws Exception {
    absences("off", "DisconnectFunction", "session.disconnected");
  }

  @Test
  void theJobThatPublishesAnAbsenceRunsAgainWhenItDied() throws Exception {
    absences("off", "GraceQueueFunction", "session.disconnected");
  }

  @Test
  void theTimerThatEndsAnAbsenceRunsAgainWhenItDied() throws Exception {
    absences("0", "GraceQueueFunction", "session.left");
  }

  @Test
  void theJobThatLeavesItsSessionsRunsAgainWhenItDied() throws Exception {
    absences("0", "WorkQueueFunction", "session.left");
  }

  private static void absences(String grace, String functionId, String said) throws Exception {
    try (Stack stack = Stack.withPresence(grace)) {
      BedAgent alice = stack.agent();
      try (Stream atAlice = alice.connect()) {
        Deaths.atEachCall(
            stack,
            functionId,
            3,
            death -> {
              BedAgent bob = stack.agent();
              String session = Stack.session(alice, bob);
              try (Stream atBob = bob.connect()) {
                assertAllFlows(alice, session, atBob);
                stack.awaitQuiet();
                stack.age(bob);
                stack.retrying();
                stack.bed().services().disturb(death);
              }
              Stack.await("bob is gone", () -> death.came() || !stack.isOnline(bob));
              stack.awaitQuiet();
              stack.bed().sources().schedule("SweepFunction").fire();
              await(atAlice, session, said, bob);
              stack.calm();
              stack.awaitQuiet();
              assertAllFlows(alice, session, atAlice);
              assertEquals(
                  1,
                  Stack.history(alice, session).stream()
                      .filter(event -> event.path("type").asText().equals(said))
                      .count());
            });
      }
      assertTrue(stack.isWatched("GraceDeadLetters"));
      assertTrue(stack.isWatched("WorkDeadLetters"));
    }
  }
}
