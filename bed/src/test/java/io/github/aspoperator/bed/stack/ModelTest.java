package io.github.aspoperator.bed.stack;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.testkit.model.Runs;
import io.github.aspoperator.testkit.model.Subject;
import io.github.aspoperator.testkit.model.world.Absence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The stack does what the model of protocol.md says, as the local operator does; only that the
 * gateway closes every connection with 1000. As much is played as fits half a minute. {@code
 * -Dtest.seed=SEED} plays the same runs again, and with {@code -Dtest.run=NUMBER} just that one.
 */
final class ModelTest {

  private static final int AT_ONCE = 4;

  /** Longer than the test: what was handed out is repeated from the beginning. */
  private static final String LONG = "3600";

  /** Some runs on one bed, numbered from {@code first} on. */
  private record Batch(String away, String grace, Absence absence, int first, int seconds) {
    Map<String, String> parameters() {
      return Map.of("AwaySeconds", away, "GraceSeconds", grace, "StretchSeconds", LONG);
    }
  }

  private static final List<Batch> BATCHES =
      List.of(
          new Batch(LONG, "off", Absence.UNNOTICED, 0, 14),
          new Batch("0", LONG, Absence.PUBLISHED, 1_000, 8),
          new Batch("0", "0", Absence.FINAL, 2_000, 4));

  @Test
  void stateHistoriesFramesAndDenialsAreThoseOfTheModel() throws Exception {
    Runs runs = new Runs(AT_ONCE);
    for (Batch batch : BATCHES) {
      BedOptions options = BedOptions.of(Path.of("../template.yaml")).with(batch.parameters());
      try (Bed bed = Bed.start(options)) {
        Aws aws = new Aws(new Settings(bed.environment("SweepFunction")));
        Subject stack = new Subject(bed.url().toString(), bed.adminToken(), aws.ports(), false);
        Duration time = Duration.ofSeconds(batch.seconds());
        runs.playFor(time, stack, batch.absence(), batch.first());
      }
    }
    runs.tell();
  }
}
