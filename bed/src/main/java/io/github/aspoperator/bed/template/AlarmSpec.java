package io.github.aspoperator.bed.template;

import java.util.List;

/**
 * An alarm.
 *
 * @param id its logical id
 * @param threshold beyond which it rings
 * @param watched the metrics that it sums up
 */
public record AlarmSpec(String id, double threshold, List<Metric> watched) {

  public AlarmSpec {
    watched = List.copyOf(watched);
  }

  /** Whether it looks at that metric of that queue, table or function. */
  public boolean watches(String namespace, String metric, String of) {
    return watched.contains(new Metric(namespace, metric, of));
  }

  /**
   * A metric of one thing.
   *
   * @param namespace as {@code AWS/SQS}
   * @param name as {@code ApproximateNumberOfMessagesVisible}
   * @param of what it is measured at: the value of its dimension, empty where it has none
   */
  public record Metric(String namespace, String name, String of) {}
}
