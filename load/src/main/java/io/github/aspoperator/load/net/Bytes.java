package io.github.aspoperator.load.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow at the end and are emptied at once, so that their array is used again. */
public final class Bytes {
  private byte[] array = new byte[256];
  private int length;

  public byte[] array() {
    return array;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  void append(byte[] from, int start, int end) {
    int grown = length + (end - start);
    if (grown > array.length) {
      array = Arrays.copyOf(array, Math.max(grown, array.length * 2));
    }
    System.arraycopy(from, start, array, length, end - start);
    length = grown;
  }

  @Override
  public String toString() {
    return new String(array, 0, length, UTF_8);
  }
}
