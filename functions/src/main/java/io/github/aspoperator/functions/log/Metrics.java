package io.github.aspoperator.functions.log;

import java.util.List;

/** Where what was measured goes: CloudWatch, through the log. */
@FunctionalInterface
public interface Metrics {

  /** Goes nowhere. */
  Metrics NONE = (lags, unanswered) -> {};

  /**
   * Tells of one or more events that were handed over.
   *
   * @param lagMillis of each commit, from its time to its hand-over; at most {@link
   *     DeliveryMetrics#MOST}
   * @param unanswered posts meanwhile that the gateway did not take, nor called their connection
   *     gone
   */
  void tell(List<Long> lagMillis, long unanswered);

  /** Makes itself ready to tell; tells nothing. */
  default void rehearse() {}
}
