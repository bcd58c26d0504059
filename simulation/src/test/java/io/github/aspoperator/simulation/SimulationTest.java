package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * As many schedules as fit the time, from a seed on that the day gives: every build looks at
 * others. {@code -Dtest.seed=} begins elsewhere, {@code -Dsimulation.seconds=} takes more time.
 */
final class SimulationTest {

  private static final long NANOS = 1_000_000_000L;
  private static final long DAY_MILLIS = 86_400_000L;
  private static final long SEEDS_OF_A_DAY = 10_000_000L;

  @Test
  void noScheduleViolatesAnInvariantAndEveryFaultAndRaceIsMet() throws InterruptedException {
    long today = System.currentTimeMillis() / DAY_MILLIS * SEEDS_OF_A_DAY;
    long from = Long.getLong("test.seed", today);
    long seconds = Long.getLong("simulation.seconds", 120);
    long start = System.nanoTime();
    Tally tally = new Tally();

    new Campaign(from, SEEDS_OF_A_DAY, 12, Runtime.getRuntime().availableProcessors(), 1)
        .run(tally, () -> System.nanoTime() - start < seconds * NANOS);

    Report report = new Report(System.out);
    for (Verdict bad : tally.bad()) {
      report.bad(bad);
      report.shrunk(Shrink.of(bad));
    }
    report.sum(tally, from, (System.nanoTime() - start) / (double) NANOS);
    assertEquals(List.of(), tally.bad().stream().map(Verdict::troubles).toList());
    assertEquals(List.of(), tally.never());
  }
}
