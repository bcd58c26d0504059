package io.github.aspoperator.load.run;

import io.github.aspoperator.load.event.Stamp;

/**
 * What all messages of a run have in common.
 *
 * @param bytes the length of the content, stamp included
 * @param run what makes the keys of this run its own
 */
public record MessageShape(int bytes, Keys keys, String run) {
  /** The shortest content: a stamp. */
  public static final int SHORTEST = Stamp.LENGTH;
}
