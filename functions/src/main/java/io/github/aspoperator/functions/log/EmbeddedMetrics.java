package io.github.aspoperator.functions.log;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.MetricUnit;

/**
 * One line of the log in the embedded metric format for all that is told at once. Namespace and
 * service are those of the variables that Powertools has for them.
 */
public final class EmbeddedMetrics implements Metrics {

  /** How late events are: what an alarm waits for. */
  private static final String LAG = "DeliveryLag";

  /** Connections that take no frames, or a gateway that takes none: why events may be late. */
  private static final String UNANSWERED = "PushesUnanswered";

  @Override
  public void tell(List<Long> lagMillis, long unanswered) {
    var metrics = MetricsFactory.getMetricsInstance();
    for (long lag : lagMillis) {
      metrics.addMetric(LAG, (double) lag, MetricUnit.MILLISECONDS);
    }
    if (unanswered > 0) {
      metrics.addMetric(UNANSWERED, (double) unanswered, MetricUnit.COUNT);
    }
    metrics.flush();
  }

  /** The first line takes half a second of a processor: here it is told to nobody. */
  @Override
  public void rehearse() {
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try {
      tell(List.of(0L), 1);
    } finally {
      System.setOut(out);
    }
  }
}
