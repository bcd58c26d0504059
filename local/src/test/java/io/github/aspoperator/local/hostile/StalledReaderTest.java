package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.RawSocket;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * A reader that stops reading delays nobody, costs bounded memory, is cut off, and gets everything
 * when it returns.
 */
class StalledReaderTest {

  private static final TestOperator OPERATOR =
      TestOperator.start(Setting.FILES.windows(60_000, OptionalLong.empty()));

  /** More than an operator keeps for one reader and two kernels buffer. */
  private static final int MESSAGES = 300;

  private static final int BYTES = 90 * 1024;
  private static final String LARGE = "x".repeat(BYTES);

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  private static boolean isOnline(TestAgent agent) {
    return OPERATOR.ports().presences().read(Handle.of(agent.handle())).isOnline();
  }

  /** Alice talks, each time waiting until bob has it; how many seconds that takes. */
  private static double talk(TestAgent alice, Stream atBob, String session, int messages) {
    long start = System.nanoTime();
    for (int i = 0; i < messages; i++) {
      atBob.await(session, alice.say(session, LARGE));
    }
    return (System.nanoTime() - start) / 1e9;
  }

  @Test
  void itDelaysNobodyIsCutOffAndGetsEverythingWhenItReturns() {
    Cast cast = new Cast(OPERATOR);
    TestAgent alice = cast.get("alice");
    TestAgent bob = cast.get("bob");
    TestAgent carol = cast.get("carol");
    try (Stream atBob = bob.connect()) {
      String plain = alice.open(bob);
      bob.join(plain);
      talk(alice, atBob, plain, MESSAGES / 3);
      double without = talk(alice, atBob, plain, MESSAGES / 3) * 3;
      String session = alice.open(bob, carol);
      bob.join(session);
      carol.join(session);
      try (RawSocket stalled = RawSocket.slow(OPERATOR.url(), carol)) {
        double with = talk(alice, atBob, session, MESSAGES);
        System.out.printf(
            "%d large messages: %.2f s, beside a stalled reader %.2f s%n", MESSAGES, without, with);
        assertTrue(with < 4 * without + 1, with + " s instead of " + without);
        assertEquals(false, isOnline(carol));
        int held = stalled.readUntilClosed();
        assertTrue(held < MESSAGES * BYTES / 2, held + " bytes were kept for it");
      }
      stallAgain(carol);
      List<Long> all = LongStream.rangeClosed(1, MESSAGES + 4).boxed().toList();
      try (Stream again = carol.connect()) {
        again.await(session, all.getLast());
        List<Long> firsts = again.sequences(session).stream().distinct().toList();
        assertEquals(all, firsts);
      }
    }
  }

  /** A replay that finds no reader gives up, too. */
  private static void stallAgain(TestAgent carol) {
    try (RawSocket _ = RawSocket.slow(OPERATOR.url(), carol)) {
      Await.equal(false, () -> isOnline(carol));
    }
  }
}
