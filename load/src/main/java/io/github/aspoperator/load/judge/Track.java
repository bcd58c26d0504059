package io.github.aspoperator.load.judge;

/** One agent's view of one session, filled event by event in the order of arrival. */
final class Track {
  /** The mark of what came as each sequence, or 0. */
  private final int[] arrived;

  private int highest;
  private int distinct;

  /** Of a session with so many events. */
  Track(int last) {
    arrived = new int[last + 1];
  }

  /** What this event is, after those before it. */
  Finding take(int sequence, int mark) {
    if (arrived[sequence] != 0) {
      return Finding.REPEATED;
    }
    arrived[sequence] = mark;
    distinct++;
    if (sequence < highest) {
      return Finding.OUT_OF_ORDER;
    }
    highest = sequence;
    return Finding.FINE;
  }

  /** How many events never came. */
  int missing() {
    return arrived.length - 1 - distinct;
  }

  /** Whether something else came in the place of this message. */
  boolean replaced(int sequence, int mark) {
    return arrived[sequence] != 0 && arrived[sequence] != mark;
  }

  enum Finding {
    FINE,
    REPEATED,
    OUT_OF_ORDER
  }
}
