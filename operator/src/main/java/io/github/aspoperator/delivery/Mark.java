package io.github.aspoperator.delivery;

/**
 * How far an agent was handed the events of a session.
 *
 * @param through d: everything eligible up to here
 * @param inRun p: the last event handed of the run of the next becoming-joined; 0 outside a run
 */
public record Mark(long through, long inRun) {

  /** Everything up to {@code sequence}, outside a run. */
  public static Mark at(long sequence) {
    return new Mark(sequence, 0);
  }
}
