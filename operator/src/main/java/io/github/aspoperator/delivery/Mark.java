package io.github.aspoperator.delivery;

import java.util.Comparator;

/**
 * How far an agent was handed the events of a session.
 *
 * @param through d: everything eligible up to here
 * @param inRun p: the last event handed of the run of the next becoming-joined; 0 outside a run
 */
public record Mark(long through, long inRun) implements Comparable<Mark> {

  private static final Comparator<Mark> ORDER =
      Comparator.comparingLong(Mark::through).thenComparingLong(Mark::inRun);

  /** Everything up to {@code sequence}, outside a run. */
  public static Mark at(long sequence) {
    return new Mark(sequence, 0);
  }

  /** The one with more handed over is the greater. */
  @Override
  public int compareTo(Mark other) {
    return ORDER.compare(this, other);
  }
}
