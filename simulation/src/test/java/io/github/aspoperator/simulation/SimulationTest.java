package io.github.aspoperator.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.simulation.play.Size;
import java.util.List;
import java.util.logging.LogManager;
import org.junit.jupiter.api.Test;

/**
 * As many of the first schedules as fit three minutes, and never less than 25,000. {@code
 * -Dsimulation.from=} begins at another seed, {@code -Dsimulation.seconds=} goes on for longer.
 */
final class SimulationTest {

  private static final long NANOS = 1_000_000_000L;
  private static final long LEAST = 25_000;

  @Test
  void noScheduleViolatesAnInvariantAndEveryFaultAndRaceIsMet() throws InterruptedException {
    // what the functions log of faults that are meant is of no use here
    LogManager.getLogManager().reset();
    long from = Long.getLong("simulation.from", 1);
    long seconds = Long.getLong("simulation.seconds", 180);
    long start = System.nanoTime();
    Tally tally = new Tally();

    int threads = Runtime.getRuntime().availableProcessors();
    new Campaign(from, Long.MAX_VALUE / 2, Size.USUAL, Size.USUAL.acts(), threads, 1)
        .run(tally, () -> tally.schedules() < LEAST || System.nanoTime() - start < seconds * NANOS);

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
