package io.github.aspoperator.local.store;

/**
 * Keys that may have been added, and never one less: a Bloom filter. Sixteen bytes of a digest are
 * as good as any hash of them, so its bits are taken from there. Written by one thread; others see
 * what was written before they were told so.
 */
final class KeyFilter {

  /** 4 MiB: one false alarm in a hundred with three million keys, one in four with ten. */
  private static final int WORDS = 1 << 19;

  private static final int PLACES = 4;

  private final long[] words = new long[WORDS];

  void add(IndexKey key) {
    for (int i = 0; i < PLACES; i++) {
      long place = place(key, i);
      words[(int) (place >>> 6) & (WORDS - 1)] |= 1L << place;
    }
  }

  boolean mayHold(IndexKey key) {
    for (int i = 0; i < PLACES; i++) {
      long place = place(key, i);
      if ((words[(int) (place >>> 6) & (WORDS - 1)] & 1L << place) == 0) {
        return false;
      }
    }
    return true;
  }

  /** The lower half is all digest. */
  private static long place(IndexKey key, int i) {
    return (key.low() >>> 32) + i * (key.low() | 1);
  }
}
