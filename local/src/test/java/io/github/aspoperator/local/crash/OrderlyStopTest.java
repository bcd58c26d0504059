package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, and a start on the same data. */
final class OrderlyStopTest {

  private static final int GOING_AWAY = 1001;

  /** What a JVM that SIGTERM ended answers. */
  private static final int TERMINATED = 128 + 15;

  private static final long STRETCH_MILLIS = 1_000;

  private final Ledger ledger = new Ledger();
  @TempDir private Path directory;

  @Test
  void whatWasHandedOutLongerAgoThanAStretchIsNotToldAgain() {
    try (OperatorProcess operator = OperatorProcess.on(directory, "--stretch", "1")) {
      TestAgent ann = operator.admin().register("@lab.ann", "open");
      TestAgent bob = operator.admin().register("@lab.bob", "open");
      String session = ann.open(bob);
      bob.join(session);
      long last;
      try (Stream atAnn = ann.connect();
          Stream atBob = bob.connect()) {
        last = ann.say(session, "before");
        atAnn.await(session, last);
        atBob.await(session, last);
        assertEquals(TERMINATED, operator.stop());
        assertEquals(GOING_AWAY, atAnn.awaitClose());
        assertEquals(GOING_AWAY, atBob.awaitClose());
      }
      long stoppedAt = System.currentTimeMillis();
      operator.startAgain();
      Eventually.until(
          () -> System.currentTimeMillis() > stoppedAt + STRETCH_MILLIS, () -> "time stands still");
      var _ = ann.say(session, "missed");
      try (Stream atAnn = ann.connect();
          Stream atBob = bob.connect()) {
        long live = bob.say(session, "live");
        atAnn.await(session, live);
        atBob.await(session, live);
        List<Long> missedAndLive = LongStream.rangeClosed(last + 1, live).boxed().toList();
        assertEquals(missedAndLive, upTo(live, atAnn.sequences(session)));
        assertEquals(missedAndLive, upTo(live, atBob.sequences(session)));
      }
      assertTrue(operator.isQuiet(), operator::said);
    }
  }

  @Test
  void whatIsUnderWayWhenItStopsIsAcknowledgedOnceAndReachesEverybody() {
    try (ledger;
        OperatorProcess operator = OperatorProcess.on(directory)) {
      TestAgent ann = operator.admin().register("@lab.ann", "open");
      TestAgent bob = operator.admin().register("@lab.bob", "open");
      String session = ann.open(bob);
      bob.join(session);
      // many: a stop overtakes some of them in the middle of coming back
      List<Seat> seats =
          IntStream.range(0, 12).mapToObj(i -> Seat.of(i % 3 == 0 ? ann : bob, ledger)).toList();
      List<Sender> senders =
          List.of(
              Sender.into(session, ann, "ann-", ledger, 1),
              Sender.into(session, ann, "ann2-", ledger, 2),
              Sender.into(session, bob, "bob-", ledger, 3));
      for (int stop = 0; stop < 2; stop++) {
        int before = ledger.messages().size();
        Eventually.until(() -> ledger.messages().size() > before + 50, () -> "stuck");
        assertEquals(TERMINATED, operator.stop());
        operator.startAgain();
      }
      senders.forEach(Sender::close);
      Acknowledged.isThereOnce(ledger, List.of(Histories.of(ann)));
      var _ = Acknowledged.reaches(seats, operator);
      assertTrue(operator.isQuiet(), operator::said);
    }
  }

  /** What came, each once: a stretch and what is under way may say the same thing. */
  private static List<Long> upTo(long last, List<Long> sequences) {
    return sequences.stream().filter(sequence -> sequence <= last).distinct().toList();
  }
}
