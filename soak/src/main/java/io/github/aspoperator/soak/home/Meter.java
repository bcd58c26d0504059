package io.github.aspoperator.soak.home;

import java.util.concurrent.atomic.AtomicLong;

/** What clients notice of a home, for whoever hurts it. */
public final class Meter {

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

  /** How often somebody was told to come again. */
  public long refused() {
    return refused.get();
  }

  /** How many messages were acknowledged. */
  public long acknowledged() {
    return acknowledged.get();
  }
}
