package io.github.aspoperator.soak.home;

import java.util.concurrent.atomic.AtomicLong;

/** What clients notice of a home, for whoever hurts it. */
public final class Meter {

  private static final long PATIENCE_MILLIS = 20_000;
  private static final long POLL_MILLIS = 20;

  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();

  /** Somebody was told to come again. */
  public void refuse() {
    refused.incrementAndGet();
  }

  /** A message was acknowledged. */
  public void acknowledge() {
    acknowledged.incrementAndGet();
  }

  /** Waits until so many were acknowledged, but not for ever. */
  void awaitAcknowledged(long wanted) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (acknowledged() < wanted && System.currentTimeMillis() < end) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** How often somebody was told to come again. */
  public long refused() {
    return refused.get();
  }

  /** How many messages were acknowledged. */
  public long acknowledged() {
    return acknowledged.get();
  }
}
