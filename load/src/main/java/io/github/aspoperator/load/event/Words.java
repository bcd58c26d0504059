package io.github.aspoperator.load.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Names on the wire as bytes: compared and counted without becoming strings. */
public final class Words {
  private Words() {}

  static byte[] of(String word) {
    return word.getBytes(UTF_8);
  }

  static boolean same(byte[] word, byte[] a, int from, int to) {
    return word.length == to - from && Arrays.equals(word, 0, word.length, a, from, to);
  }

  /** A number for a name: the same for the same name, and billions to one another for others. */
  static int hash(byte[] a, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + a[i];
    }
    return hash * 0x9E3779B1;
  }

  /** The mark of the message with this id. */
  static int mark(byte[] a, int from, int to) {
    return hash(a, from, to) | 2;
  }
}
