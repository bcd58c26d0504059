package io.github.aspoperator.load.run;

/** Where a sender sends next. */
@FunctionalInterface
interface Course {
  /** No further message. */
  int STOP = -1;

  /** The number of a session, or {@link #STOP}. */
  int next();
}
