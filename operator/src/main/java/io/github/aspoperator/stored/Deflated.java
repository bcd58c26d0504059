package io.github.aspoperator.stored;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes made smaller, without any header of their own. */
final class Deflated {

  /** No record comes near: a message is at most 96 KiB, a roster 256 members. */
  private static final int LARGEST = 4 << 20;

  private Deflated() {}

  /** The deflated form of {@code plain}, given up where it would be longer. */
  static byte[] of(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      byte[] out = new byte[plain.length];
      int size = deflater.deflate(out);
      return deflater.finished() ? Arrays.copyOf(out, size) : plain;
    } finally {
      deflater.end();
    }
  }

  /** The {@code size} bytes that were deflated. */
  static byte[] inflate(String format, long size, byte[] deflated) {
    if (size < 0 || size > LARGEST) {
      throw new Unreadable(format, "a length of " + size + " cannot be");
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(deflated);
      byte[] plain = new byte[(int) size];
      int read = inflater.inflate(plain);
      // the mark of the end may need one more call, which then yields nothing
      int beyond = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
      if (read != size || beyond != 0 || !inflater.finished() || inflater.getRemaining() != 0) {
        throw new Unreadable(format, "cut short, or not what was deflated");
      }
      return plain;
    } catch (DataFormatException e) {
      throw new Unreadable(format, "cannot be inflated", e);
    } finally {
      inflater.end();
    }
  }
}
