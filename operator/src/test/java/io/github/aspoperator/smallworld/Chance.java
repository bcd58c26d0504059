package io.github.aspoperator.smallworld;

/** What may befall a small world, a limited number of times each. */
@SuppressWarnings("EnumOrdinal") // a few bits for each, in a world of one run
enum Chance {
  /** A connection is opened. */
  CONNECT,
  /** A connection is closed by its client. */
  CLEAN_DROP,
  /** A connection is closed by somebody else. */
  UNCLEAN_DROP,
  /** A connection is gone, and nobody says so: the sweep finds it. */
  LOST_DROP,
  /** A connection takes no more. */
  STUCK,
  /** A connection dies, and the transport does not notice. */
  SWALLOW,
  /** Half a minute passes: who was young is not any more. */
  TIME,
  /** A bell rings that names no commit. */
  SPARE_BELL,
  /** Somebody else who lags has caught up, so that the head changes. */
  OTHER_CATCHES_UP,
  /** A drain or a replay dies. */
  CRASH,
  /** A connect or a disconnect dies. */
  CRASH_CALL,
  /** A job dies. */
  CRASH_JOB;

  private static final int BITS = 3;

  /** A packed budget with {@code n} of this. */
  long times(int n) {
    return (long) n << (BITS * ordinal());
  }

  /** How many of this are left in {@code budget}. */
  int left(long budget) {
    return (int) (budget >> (BITS * ordinal())) & ((1 << BITS) - 1);
  }
}
