package io.github.aspoperator.wire;

import java.util.Random;

/** Random input that can be had again: the seed is the build's, and is printed. */
public final class Seeded {

  private Seeded() {}

  /** A generator for {@code test}; to repeat a run, give its number as {@code -Dtest.seed}. */
  public static Random random(Class<?> test) {
    long seed = Long.getLong("test.seed", 1);
    System.out.println(test.getSimpleName() + ": test.seed=" + seed);
    return new Random(seed ^ test.getSimpleName().hashCode());
  }
}
