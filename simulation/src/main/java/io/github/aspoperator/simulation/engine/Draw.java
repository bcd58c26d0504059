package io.github.aspoperator.simulation.engine;

/** Numbers drawn from a seed: the same seed, the same numbers, on every machine. */
public final class Draw {

  private static final long GOLDEN = 0x9e37_79b9_7f4a_7c15L;

  private long state;

  /** Draws from {@code seed}. */
  public Draw(long seed) {
    this.state = mix(seed + GOLDEN);
  }

  /** Another one, independent of this one's course, for what is numbered {@code of}. */
  public static Draw of(long seed, long of) {
    return new Draw(mix(seed) ^ mix(of * GOLDEN + 1));
  }

  /** Any 64 bits. */
  public long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 to {@code bound - 1}; the bound is at least 1. */
  public int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** True in {@code perMille} of a thousand draws. */
  public boolean chance(int perMille) {
    return perMille > 0 && below(1_000) < perMille;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xbf58_476d_1ce4_e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d0_49bb_1331_11ebL;
    return b ^ (b >>> 31);
  }
}
