package io.github.aspoperator.identity;

import java.security.SecureRandom;

/** {@link Ids} from the clock and a secure random source; rising within one process. */
public final class RandomIds implements Ids {

  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long LOW_RANDOM = 0x3fff_ffff_ffff_ffffL;
  private static final long STEP = 1L << 32;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private long lastMillis;
  private long lastLow;

  /** Ids stamped by {@code clock}. */
  public RandomIds(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Ulid next() {
    long millis = clock.now();
    if (millis > lastMillis) {
      lastMillis = millis;
      lastLow = random.nextLong() & LOW_RANDOM;
    } else {
      lastLow += SPAN + (random.nextInt() & (STEP - 1));
      if (lastLow > LOW_RANDOM - SPAN) {
        lastMillis++;
        lastLow = random.nextLong() & (LOW_RANDOM >>> 1);
      }
    }
    return new Ulid((lastMillis << 16) | VERSION_7, VARIANT | lastLow);
  }
}
