package io.github.aspoperator.soak.fault;

import java.util.Locale;

/** What goes wrong. */
public enum Fault {
  /** A process is killed: the operator, or a function while it handles an event. */
  KILL,
  /** The operator's process stands still for seconds. */
  FREEZE,
  /** A client is gone without a close frame. */
  VANISH,
  /** A client reads and answers nothing more, and its socket stays. */
  HALF_OPEN,
  /** A client's connection is reset. */
  RESET,
  /** Very many connections come at once, each with something to be told. */
  CROWD,
  /** No space is left where the operator keeps its data. */
  FULL_DISK,
  /** Every write to the disk takes long. */
  SLOW_DISK,
  /** Functions are not told of the ends of connections. */
  LOST_DISCONNECT,
  /** Tables are too busy. */
  THROTTLE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
