package io.github.aspoperator.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.soak.fault.Fault;
import io.github.aspoperator.soak.fault.Faults;
import io.github.aspoperator.soak.home.BedHome;
import io.github.aspoperator.soak.home.Home;
import io.github.aspoperator.soak.home.LocalHome;
import io.github.aspoperator.soak.home.Meter;
import io.github.aspoperator.soak.report.Report;
import io.github.aspoperator.soak.report.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few seconds of each home; {@code scripts/soak} takes minutes. */
@Timeout(180)
final class SoakTest {

  private static final long SEED = 20_261_127;
  private static final long MILLIS = 6_000;

  /** The others run in this process: starting all of them takes longer than the rest. */
  private static final Set<String> PROCESSES = Set.of("SendMessageFunction", "DrainStreamFunction");

  private final Faults faults = new Faults();
  private final Meter meter = new Meter();
  @TempDir private Path folder;

  private void losesNothing(Home home) throws InterruptedException {
    Result result = new Run(home, faults, meter, SEED, System.out).run(MILLIS);
    System.out.print(new Report(SEED, List.of(result)).text());
    assertEquals(List.of(), result.violations());
    assertTrue(result.acknowledged() > 0, "somebody talked");
    assertTrue(faults.count(Fault.KILL) > 0, "something was killed");
    int vanished =
        faults.count(Fault.VANISH) + faults.count(Fault.RESET) + faults.count(Fault.HALF_OPEN);
    assertTrue(vanished > 0, "somebody vanished");
  }

  @Test
  void theLocalOperatorLosesNothing() throws InterruptedException {
    Path jar = Path.of("../local/target/local.jar");
    try (Home home = new LocalHome(jar, folder, faults, meter)) {
      losesNothing(home);
    }
  }

  @Test
  void theStackLosesNothing() throws InterruptedException {
    Path template = Path.of("../template.yaml");
    try (Home home = new BedHome(template, folder, PROCESSES::contains, faults, meter)) {
      losesNothing(home);
    }
  }
}
