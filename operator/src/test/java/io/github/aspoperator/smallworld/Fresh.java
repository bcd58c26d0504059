package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Ulid;

/**
 * The ids drawn while a world runs: always the smallest that nothing in the world holds. Nobody
 * compares them but for equality, so an id that nobody holds is as good as a new one, and worlds
 * that differ only in what was drawn and forgotten are one.
 */
final class Fresh {

  private static final long HIGH = 1L << 40;
  private static final int SPAN = 1024;

  private Fresh() {}

  /** The smallest id whose bit is not in {@code held}. */
  static Ulid beside(long held) {
    int n = Long.numberOfTrailingZeros(~held);
    if (n >= Long.SIZE) {
      throw new IllegalStateException("a small world holds no 64 ids");
    }
    return new Ulid(HIGH, (long) n * SPAN);
  }

  /** The bit of {@code ulid}; none when it was not drawn here. */
  static long bit(Ulid ulid) {
    return ulid.high() == HIGH ? 1L << (ulid.low() / SPAN) : 0;
  }
}
