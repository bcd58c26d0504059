package io.github.aspoperator.presence;

import java.util.OptionalLong;

/**
 * The windows of presence (protocol section 5), counted from the drop of the last connection.
 *
 * @param awayMillis after which {@code session.disconnected} is published; 0 is at once
 * @param graceMillis after which the agent is made to leave; empty: never
 * @param senderMillis the longest that a drop may take to be written once its timers are sent; they
 *     wait at least that
 */
public record Windows(long awayMillis, OptionalLong graceMillis, long senderMillis) {

  /** What protocol section 5 names as defaults. */
  public static final Windows DEFAULT = new Windows(3_000, OptionalLong.of(30_000), 0);

  /** Whether an absence is published: not where it ends in leaving by then. */
  public boolean publishAbsence() {
    return graceMillis.isEmpty() || graceMillis.getAsLong() > awayMillis;
  }
}
