package io.github.aspoperator.local.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import java.time.Duration;

/**
 * A token bucket for each agent: its requests and handshakes, whatever they ask for (protocol
 * section 3).
 */
final class RateLimits {

  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double burst;
  private final Cache<Handle, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();

  /** {@code perSecond} requests on average, twice that at once. */
  RateLimits(int perSecond) {
    this.perSecond = perSecond;
    this.burst = 2.0 * perSecond;
  }

  /** Takes one request off the agent's bucket. Throws {@code RateLimited} when it is empty. */
  void take(Handle agent) {
    long now = System.nanoTime();
    if (!buckets.get(agent, _ -> new Bucket(burst, now)).take(now)) {
      throw new Refusal.RateLimited(1).thrown();
    }
  }

  private final class Bucket {
    private double tokens;
    private long filledAt;

    Bucket(double tokens, long filledAt) {
      this.tokens = tokens;
      this.filledAt = filledAt;
    }

    synchronized boolean take(long now) {
      tokens = Math.min(burst, tokens + (now - filledAt) / NANOS * perSecond);
      filledAt = now;
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }
}
