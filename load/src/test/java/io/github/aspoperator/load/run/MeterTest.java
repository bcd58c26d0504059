package io.github.aspoperator.load.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.load.judge.Samples.Percentiles;
import org.junit.jupiter.api.Test;

final class MeterTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long BEGIN = 7 * SECOND;

  private final Meter meter = new Meter(2);

  @Test
  void onlyAnswersInTheCountedSecondsCount() {
    meter.accepted(BEGIN - 3, BEGIN - 2);
    meter.begin(BEGIN);
    meter.accepted(BEGIN - 1, BEGIN);
    meter.accepted(BEGIN, BEGIN + SECOND - 1);
    meter.accepted(BEGIN, BEGIN + 2 * SECOND - 1);
    meter.accepted(BEGIN + SECOND, BEGIN + 2 * SECOND);
    assertArrayEquals(new int[] {2, 1}, meter.perSecond());
    assertEquals(3, meter.counted());
    assertEquals(5, meter.accepted());
  }

  @Test
  void whatWasSentInTheCountedSecondsIsTimedEvenIfItArrivesLater() {
    meter.begin(BEGIN);
    meter.arrived(BEGIN - 1, BEGIN);
    meter.arrived(BEGIN + 2 * SECOND - 1_000_000, BEGIN + 2 * SECOND + 1_000_000);
    assertEquals(new Percentiles(2, 2, 2), meter.endToEnd());
  }
}
