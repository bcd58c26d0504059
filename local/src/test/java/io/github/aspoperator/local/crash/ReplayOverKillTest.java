package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of a replay. */
final class ReplayOverKillTest {

  /** More than sockets and operator hold for a reader that has stopped to read. */
  private static final int MESSAGES = 1_600;

  private static final String TEXT = "x".repeat(20_000);

  /** Past the first note of a mark (500 events), and well before the end. */
  private static final int READ = 600;

  private static final long STRETCH_MILLIS = 1_000;

  private static final String MARK =
      "select through from lags where agent = '@lab.bob' and done_at is null";

  @TempDir private Path directory;

  @Test
  void aReplayGoesOnWhereItsMarkWasNoted() {
    try (OperatorProcess operator =
        OperatorProcess.on(directory, "--stretch", "1", "--away", "60", "--grace", "off")) {
      TestAgent ann = operator.admin().register("@lab.ann", "open");
      TestAgent bob = operator.admin().register("@lab.bob", "open");
      String session = ann.open(bob);
      bob.join(session);
      say(ann, session);
      long last = ann.say(session, "last");
      try (LazyReader reader = LazyReader.of(operator.url(), bob, READ)) {
        Eventually.until(() -> reader.frames() == READ, () -> "came: " + reader.frames());
        Eventually.until(() -> DeadStore.number(directory, MARK) >= 500, () -> "no mark is noted");
        operator.kill();
      }
      long killedAt = System.currentTimeMillis();
      long mark = DeadStore.number(directory, MARK);
      assertTrue(mark < last, "the kill came too late to catch it");
      Eventually.until(
          () -> System.currentTimeMillis() > killedAt + STRETCH_MILLIS, () -> "time stands still");
      operator.startAgain();
      try (Stream again = bob.connect()) {
        again.await(session, last);
        List<Long> rest = LongStream.rangeClosed(mark + 1, last).boxed().toList();
        assertEquals(rest, again.sequences(session));
      }
    }
  }

  private static void say(TestAgent agent, String session) {
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 8; writer++) {
        many.execute(() -> {
          for (int i = 0; i < MESSAGES / 8; i++) {
            var _ = agent.say(session, TEXT);
          }
        });
      }
    }
  }
}
