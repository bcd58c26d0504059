package io.github.aspoperator.functions.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured, and when it is told. */
final class DeliveryMetricsTest {

  private record Told(List<Long> lags, long unanswered) {}

  private final List<Told> told = new ArrayList<>();
  private long now = 1_000_000;
  private long unanswered;
  private final DeliveryMetrics metrics =
      new DeliveryMetrics(
          (lags, posts) -> told.add(new Told(lags, posts)), () -> now, () -> unanswered);

  @Test
  void aQuietFunctionTellsAtOnce() {
    metrics.handedOver(now - 30);
    metrics.tell();
    assertEquals(List.of(new Told(List.of(30L), 0)), told);
  }

  @Test
  void aBusyOneTellsEveryTenSecondsAndLosesNothing() {
    for (int i = 0; i < 50; i++) {
      metrics.handedOver(now - i);
      metrics.tell();
      now += 400;
    }
    metrics.handedOver(now);
    metrics.tell();
    assertEquals(List.of(1, 25, 25), told.stream().map(line -> line.lags().size()).toList());
  }

  @Test
  void aFullLineIsToldEarlier() {
    metrics.handedOver(now);
    metrics.tell();
    Collections.nCopies(150, now).forEach(metrics::handedOver);
    metrics.tell();
    metrics.tell();
    assertEquals(List.of(1, 100), told.stream().map(line -> line.lags().size()).toList());
  }

  @Test
  void whatWasNotTakenIsToldWithIt() {
    unanswered = 3;
    metrics.handedOver(now);
    metrics.tell();
    assertEquals(3, told.getFirst().unanswered());
  }

  @Test
  void nothingHandedOverIsNothingTold() {
    metrics.tell();
    assertEquals(List.of(), told);
  }

  @Test
  void clocksThatDisagreeMakeNoLagNegative() {
    metrics.handedOver(now + 5);
    metrics.tell();
    assertEquals(List.of(0L), told.getFirst().lags());
  }
}
