package io.github.aspoperator.smallworld;

/** The worlds seen so far, each by 128 bits of its hash; numbered in the order of their coming. */
final class Seen {

  private long[] high = new long[1 << 16];
  private long[] low = new long[1 << 16];
  private int[] number = new int[1 << 16];
  private int size;

  /** The number of {@code world}, when it is new; else the complement of the number it has. */
  int add(int[] world) {
    if (size > number.length / 2) {
      grow();
    }
    long h = hash(world, 0x9E3779B97F4A7C15L);
    long l = hash(world, 0xC2B2AE3D27D4EB4FL) | 1;
    int slot = slot(h, l);
    if (low[slot] != 0) {
      return ~number[slot];
    }
    high[slot] = h;
    low[slot] = l;
    number[slot] = size;
    return size++;
  }

  int size() {
    return size;
  }

  private int slot(long h, long l) {
    int mask = number.length - 1;
    int slot = (int) h & mask;
    while (low[slot] != 0 && (low[slot] != l || high[slot] != h)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldNumber = number;
    high = new long[oldHigh.length * 2];
    low = new long[oldHigh.length * 2];
    number = new int[oldHigh.length * 2];
    for (int i = 0; i < oldLow.length; i++) {
      if (oldLow[i] != 0) {
        int slot = slot(oldHigh[i], oldLow[i]);
        high[slot] = oldHigh[i];
        low[slot] = oldLow[i];
        number[slot] = oldNumber[i];
      }
    }
  }

  private static long hash(int[] world, long seed) {
    long h = seed;
    for (int part : world) {
      h = (h ^ part) * 0xFF51AFD7ED558CCDL;
      h ^= h >>> 32;
      h = h * 0xC4CEB9FE1A85EC53L + seed;
      h ^= h >>> 29;
    }
    return h;
  }
}
