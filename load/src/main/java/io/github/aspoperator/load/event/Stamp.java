package io.github.aspoperator.load.event;

import java.nio.ByteBuffer;

/**
 * When, by which sender and as its which message a content was written: 34 characters at its
 * beginning.
 */
public final class Stamp {
  /** How many characters a stamp takes. */
  public static final int LENGTH = 16 + 1 + 8 + 1 + 8;

  private boolean present;
  private long nanos;
  private long sender;

  /** Writes a stamp over the bytes at that place. */
  public static void write(ByteBuffer buffer, int at, long nanos, int sender, int counter) {
    hex(buffer, at, 16, nanos);
    buffer.put(at + 16, (byte) '-');
    hex(buffer, at + 17, 8, sender);
    buffer.put(at + 25, (byte) '-');
    hex(buffer, at + 26, 8, counter);
  }

  /** Writes so many hexadecimal digits over the bytes at that place. */
  public static void hex(ByteBuffer buffer, int at, int digits, long number) {
    long rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      int digit = (int) (rest & 15);
      buffer.put(i, (byte) (digit < 10 ? '0' + digit : 'a' - 10 + digit));
      rest >>>= 4;
    }
  }

  /** Whether the content that was read begins with a stamp. */
  public boolean present() {
    return present;
  }

  /** {@link System#nanoTime} just before the message was written to its socket. */
  public long nanos() {
    return nanos;
  }

  public int sender() {
    return (int) sender;
  }

  void clear() {
    present = false;
  }

  void read(byte[] a, int from, int to) {
    present = to - from >= LENGTH && a[from + 16] == '-' && a[from + 25] == '-';
    if (present) {
      nanos = number(a, from, from + 16);
      sender = number(a, from + 17, from + 25);
    }
  }

  private long number(byte[] a, int from, int to) {
    long number = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(a[i], 16);
      present &= digit >= 0;
      number = number << 4 | digit;
    }
    return number;
  }
}
