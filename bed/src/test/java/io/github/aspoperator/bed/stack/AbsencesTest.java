package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static io.github.aspoperator.bed.stack.Stack.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Who is gone is said to be gone, also where the gateway or a function fails to say so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class AbsencesTest {

  private static final String GONE = "session.disconnected";
  private static final String LEFT = "session.left";

  private Stack stack;
  private BedAgent alice;
  private Stream atAlice;

  @BeforeAll
  void start() {
    stack = Stack.withPresence("1");
    alice = stack.agent();
    atAlice = alice.connect();
  }

  @AfterEach
  void calm() {
    stack.calm();
  }

  @AfterAll
  void stop() {
    atAlice.close();
    stack.close();
  }

  /** Its client closes, and nobody is told. */
  private void vanish(BedAgent agent, String session) throws Exception {
    stack.bed().sockets().tellEnds(false);
    try (Stream stream = agent.connect()) {
      assertAllFlows(alice, session, stream);
    }
    stack.age(agent);
  }

  private void assertSaidToHaveGone(BedAgent agent, String session) throws Exception {
    await(atAlice, session, GONE, agent);
    await(atAlice, session, LEFT, agent);
    assertAllFlows(alice, session, atAlice);
  }

  @Test
  void aConnectionOfWhichNoEndWasToldIsFoundByTheNextEventForIt() throws Exception {
    BedAgent bob = stack.agent();
    String session = Stack.session(alice, bob);
    vanish(bob, session);

    alice.say(session, "are you there?");

    assertSaidToHaveGone(bob, session);
  }

  @Test
  void aConnectionOfWhichNoEndWasToldIsFoundByTheSweep() throws Exception {
    BedAgent bob = stack.agent();
    String session = Stack.session(alice, bob);
    vanish(bob, session);

    stack.bed().sources().schedule("SweepFunction").fire();

    assertSaidToHaveGone(bob, session);
    assertTrue(stack.isWatched("AWS/Lambda", "Errors", stack.function("SweepFunction")));
  }

  @Test
  void whoVanishedAndComesBackIsToldWhatTheDeadConnectionSwallowed() throws Exception {
    BedAgent bob = stack.agent();
    String session = Stack.session(alice, bob);
    vanish(bob, session);
    long swallowed = alice.say(session, "are you there?");
    await(atAlice, session, GONE, bob);
    try (Stream back = bob.connect()) {
      back.await(session, swallowed);
      assertEquals(Stack.everything(swallowed), upTo(swallowed, back, session));
    }
  }

  private static List<Long> upTo(long last, Stream stream, String session) {
    return Stack.arrivals(stream, session).stream().filter(each -> each <= last).toList();
  }
}
