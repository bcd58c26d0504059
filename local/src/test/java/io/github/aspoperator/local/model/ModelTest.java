package io.github.aspoperator.local.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.model.world.Absence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Random commands by random agents, over HTTP and WebSocket, and a small reference model, which
 * knows docs/protocol.md only. The runs are drawn from one seed, which is printed. A run that fails
 * is made small and told with the seed, its number and what it did, in the words of the wire;
 * {@code mvn test -pl local -am -Dtest=ModelTest -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtest.seed=SEED} plays the same runs again, and with {@code -Dtest.run=NUMBER} just that one.
 */
final class ModelTest {

  private static final long SEED = Long.getLong("test.seed", new Random().nextLong());
  private static final Optional<Integer> ONLY = Optional.ofNullable(Integer.getInteger("test.run"));
  private static final int AT_ONCE = 8;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final long LONG = 3_600_000;
  private static final TestOperator.Setting MEMORY = TestOperator.Setting.MEMORY.stretch(LONG);
  private static final TestOperator.Setting FILES = TestOperator.Setting.FILES.stretch(LONG);

  /** Some runs on one operator. */
  private record Batch(TestOperator.Setting setting, Absence absence, int first, int count) {
    List<Integer> runs() {
      return IntStream.range(first, first + count)
          .boxed()
          .filter(run -> run.equals(ONLY.orElse(run)))
          .toList();
    }
  }

  private static final List<Batch> BATCHES =
      List.of(
          new Batch(MEMORY.windows(LONG, OptionalLong.empty()), Absence.UNNOTICED, 0, 500),
          new Batch(FILES.windows(LONG, OptionalLong.empty()), Absence.UNNOTICED, 500, 150),
          new Batch(MEMORY.windows(0, OptionalLong.of(LONG)), Absence.PUBLISHED, 650, 250),
          new Batch(MEMORY.windows(0, OptionalLong.of(40)), Absence.PUBLISHED_THEN_FINAL, 900, 80),
          new Batch(MEMORY.windows(30, OptionalLong.of(10)), Absence.FINAL, 980, 40));

  @Test
  void stateHistoriesFramesAndDenialsAreThoseOfTheModel() throws Exception {
    Table table = new Table();
    for (Batch batch : BATCHES) {
      try (TestOperator operator = TestOperator.start(batch.setting())) {
        play(batch, operator, table);
      }
    }
    System.out.println("-Dtest.seed=" + SEED + table);
    if (ONLY.isEmpty()) {
      assertEquals(Set.of(), table.missing(Cells.ALL), "never seen with -Dtest.seed=" + SEED);
    }
    assertEquals(Set.of(), table.unknown(Cells.ALL), "seen, but not in the table");
  }

  private static void play(Batch batch, TestOperator operator, Table table) throws Exception {
    try (ExecutorService players =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      Map<Integer, Future<Optional<Run.Failure>>> runs = new LinkedHashMap<>();
      for (int number : batch.runs()) {
        runs.put(number, players.submit(() -> play(batch, operator, number, table)));
      }
      for (Map.Entry<Integer, Future<Optional<Run.Failure>>> run : runs.entrySet()) {
        Optional<Run.Failure> failure = run.getValue().get();
        if (failure.isPresent()) {
          players.shutdownNow();
          throw Shrinking.told(SEED, run.getKey(), operator, batch.absence(), failure.get());
        }
      }
    }
  }

  private static Optional<Run.Failure> play(
      Batch batch, TestOperator operator, int number, Table table) {
    Plan plan = Plan.draw(new Random(SEED + number * 0x9e37_79b9_7f4a_7c15L));
    Run run = new Run(operator, batch.absence(), plan, PATIENCE_MILLIS);
    Optional<Run.Failure> failure = run.play("m" + number);
    table.addAll(run.table());
    return failure;
  }
}
