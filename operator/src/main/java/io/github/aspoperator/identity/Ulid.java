package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * 128 bits, time-ordered, spelled as 26 Crockford characters (protocol section 1). The bits are
 * those of a UUID of version 7, so that an id can be shown as either.
 *
 * @param high milliseconds in the upper 48 bits
 * @param low the rest
 */
public record Ulid(long high, long low) implements Comparable<Ulid> {

  /** Characters of the spelling. */
  public static final int LENGTH = 26;

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final byte[] VALUES = values();

  private static byte[] values() {
    byte[] values = new byte[128];
    java.util.Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  /** The id that {@code text} spells from {@code offset} to its end, or nothing. */
  public static Optional<Ulid> parse(String text, int offset) {
    if (text.length() - offset != LENGTH) {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(offset + i);
      int value = c < 128 ? VALUES[c] : -1;
      if (value < 0 || (i == 0 && value > 7)) {
        return Optional.empty();
      }
      high = (high << 5) | (low >>> 59);
      low = (low << 5) | value;
    }
    return Optional.of(new Ulid(high, low));
  }

  /** The id {@code n} places after this one; one command's ids follow each other. */
  public Ulid plus(int n) {
    long sum = low + n;
    return new Ulid(Long.compareUnsigned(sum, low) < 0 ? high + 1 : high, sum);
  }

  /** Epoch milliseconds at which the id was made. */
  public long millis() {
    return high >>> 16;
  }

  /** The 26 characters. */
  public String text() {
    char[] out = new char[LENGTH];
    long h = high;
    long l = low;
    for (int i = LENGTH - 1; i >= 0; i--) {
      out[i] = ALPHABET.charAt((int) (l & 31));
      l = (l >>> 5) | (h << 59);
      h >>>= 5;
    }
    return new String(out);
  }

  @Override
  public int compareTo(Ulid other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return text();
  }
}
