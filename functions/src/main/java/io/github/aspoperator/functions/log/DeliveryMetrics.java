package io.github.aspoperator.functions.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How late events are handed over. Lines of a log are paid for, and a busy function is called some
 * hundred times a second: so what it measured is told every ten seconds, at the end of an
 * invocation, or earlier when it fills a line. What an idle function has not told yet is told by
 * its next invocation, or lost with it.
 */
public final class DeliveryMetrics {

  /** Values of one metric that a line of the embedded metric format may have. */
  static final int MOST = 100;

  private static final long PAUSE_MILLIS = Duration.ofSeconds(10).toMillis();

  private final Metrics metrics;
  private final LongSupplier clock;
  private final LongSupplier unanswered;
  private final List<Long> lags = new ArrayList<>();
  private long told;

  /**
   * Told to {@code metrics}.
   *
   * @param clock epoch milliseconds
   * @param unanswered how many posts were not taken since it was asked last
   */
  public DeliveryMetrics(Metrics metrics, LongSupplier clock, LongSupplier unanswered) {
    this.metrics = metrics;
    this.clock = clock;
    this.unanswered = unanswered;
  }

  /** A commit of that time was handed over now. */
  public synchronized void handedOver(long at) {
    lags.add(Math.max(0, clock.getAsLong() - at));
  }

  /** Tells what there is, if it is time; at most one line. */
  public synchronized void tell() {
    boolean due = clock.getAsLong() - told >= PAUSE_MILLIS || lags.size() >= MOST;
    if (lags.isEmpty() || !due) {
      return;
    }
    List<Long> some = lags.subList(0, Math.min(MOST, lags.size()));
    metrics.tell(List.copyOf(some), unanswered.getAsLong());
    some.clear();
    told = clock.getAsLong();
  }
}
