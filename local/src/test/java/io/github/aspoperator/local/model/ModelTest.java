package io.github.aspoperator.local.model;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.model.Runs;
import io.github.aspoperator.testkit.model.world.Absence;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * The local operator does what the model of protocol.md says. {@code mvn test -pl local -am
 * -Dtest=ModelTest -Dsurefire.failIfNoSpecifiedTests=false -Dtest.seed=SEED} plays the same runs
 * again, and with {@code -Dtest.run=NUMBER} just that one.
 */
final class ModelTest {

  private static final int AT_ONCE = 8;
  private static final long LONG = 3_600_000;
  private static final TestOperator.Setting MEMORY = TestOperator.Setting.MEMORY.stretch(LONG);
  private static final TestOperator.Setting FILES = TestOperator.Setting.FILES.stretch(LONG);

  /** Some runs on one operator. */
  private record Batch(TestOperator.Setting setting, Absence absence, int first, int count) {}

  private static final List<Batch> BATCHES =
      List.of(
          new Batch(MEMORY.windows(LONG, OptionalLong.empty()), Absence.UNNOTICED, 0, 500),
          new Batch(FILES.windows(LONG, OptionalLong.empty()), Absence.UNNOTICED, 500, 150),
          new Batch(MEMORY.windows(0, OptionalLong.of(LONG)), Absence.PUBLISHED, 650, 250),
          new Batch(MEMORY.windows(0, OptionalLong.of(40)), Absence.PUBLISHED_THEN_FINAL, 900, 80),
          new Batch(MEMORY.windows(30, OptionalLong.of(10)), Absence.FINAL, 980, 40));

  @Test
  void stateHistoriesFramesAndDenialsAreThoseOfTheModel() throws Exception {
    Runs runs = new Runs(AT_ONCE);
    for (Batch batch : BATCHES) {
      try (TestOperator operator = TestOperator.start(batch.setting())) {
        runs.play(operator.subject(), batch.absence(), batch.first(), batch.count());
      }
    }
    runs.tell();
    runs.assertNothingIsMissing();
  }
}
