package io.github.aspoperator.load.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.load.judge.Samples.Percentiles;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SamplesTest {
  private final Samples samples = new Samples();

  @Test
  void percentilesAreTakenByNearestRankWhateverTheOrder() {
    List<Integer> millis = IntStream.rangeClosed(1, 1000).boxed().collect(Collectors.toList());
    Collections.shuffle(millis, new Random(Long.getLong("test.seed", 1)));
    millis.forEach(ms -> samples.add(ms * 1_000_000L));
    assertEquals(new Percentiles(500, 950, 990), samples.percentiles());
  }

  @Test
  void oneValueIsEveryPercentile() {
    samples.add(1_500_000);
    assertEquals(new Percentiles(1.5, 1.5, 1.5), samples.percentiles());
  }

  @Test
  void nothingMeasuredIsNotANumber() {
    assertEquals(new Percentiles(Double.NaN, Double.NaN, Double.NaN), samples.percentiles());
  }

  @Test
  void theHighestOfTwoIsTheirNinetyFifth() {
    samples.add(1_000_000);
    samples.add(3_000_000);
    assertEquals(new Percentiles(1, 3, 3), samples.percentiles());
  }
}
