package io.github.aspoperator.smallworld;

/** Words of a port's contract that a world can break on purpose, to see that it is noticed. */
enum Breach {
  /** The head is written whatever its version. */
  HEAD_VERSION,
  /** A laggard is taken off the head wherever the head is. */
  HEAD_SEQUENCE,
  /** A lag item is moved and finished whatever its generation. */
  LAG_GENERATION,
  /** The presence item is written whatever its version. */
  PRESENCE_VERSION,
  /** A timer runs while its sender may still be writing. */
  TIMER_TOO_EARLY,
  /** A job that waits is lost. */
  JOB_LOST
}
