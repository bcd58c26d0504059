package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.utf8;

import java.util.Arrays;
import java.util.Random;

/** What can befall a document on its way. */
public final class Mutation {

  private static final String[] INSERTS = {
    ",",
    ":",
    "\"",
    "{",
    "}",
    "[",
    "]",
    "0",
    "-",
    "e",
    ".",
    "\\",
    "\\u12",
    "null",
    "true",
    "[[[[",
    "\u0000",
    "\u001f",
    "\u00a0",
    "\ufeff",
    "/",
    "'",
    "\"a\":1,",
    "\"content\":\"x\",",
    "1e999999999",
    "{\"a\":{\"a\":"
  };

  private Mutation() {}

  /** {@code document}, changed in one to three places; any bytes may come of it. */
  public static byte[] of(byte[] document, Random random) {
    byte[] mutant = document;
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant = once(mutant, random);
    }
    return mutant;
  }

  private static byte[] once(byte[] document, Random random) {
    if (document.length == 0) {
      return document;
    }
    int at = random.nextInt(document.length);
    int to = Math.min(document.length, at + 1 + random.nextInt(12));
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(document, at);
      case 1 -> {
        byte[] flipped = document.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 2 -> join(document, at, utf8(INSERTS[random.nextInt(INSERTS.length)]), at);
      case 3 -> join(document, at, new byte[0], to);
      case 4 -> join(document, to, Arrays.copyOfRange(document, at, to), to);
      default -> join(document, at, new byte[] {(byte) random.nextInt(256)}, at);
    };
  }

  private static byte[] join(byte[] document, int head, byte[] middle, int tail) {
    byte[] out = new byte[head + middle.length + document.length - tail];
    System.arraycopy(document, 0, out, 0, head);
    System.arraycopy(middle, 0, out, head, middle.length);
    System.arraycopy(document, tail, out, head + middle.length, document.length - tail);
    return out;
  }
}
