package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;

/**
 * The first schedules there are. {@code -Dsimulation.from=} begins at another seed, {@code
 * -Dsimulation.seeds=} runs more of them.
 */
final class SimulationTest {

  private static final long NANOS = 1_000_000_000L;

  @Test
  void noScheduleViolatesAnInvariantAndEveryFaultAndRaceIsMet() throws InterruptedException {
    // what the functions log of faults that are meant is of no use here
    LogManager.getLogManager().reset();
    long from = Long.getLong("simulation.from", 1);
    long seeds = Long.getLong("simulation.seeds", 25_000);
    long start = System.nanoTime();
    Tally tally = new Tally();

    new Campaign(from, seeds, 12, Runtime.getRuntime().availableProcessors(), 1)
        .run(tally, () -> true);

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
