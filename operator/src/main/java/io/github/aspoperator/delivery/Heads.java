package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Roster;
import java.util.Optional;

/**
 * Port: the head of each session and the roster as of that head. Reads are strong. What is written
 * here may become durable later than what was written before it to any port, never earlier: losing
 * it only repeats.
 */
public interface Heads {

  /** The head, {@link Head#START} where none was written. */
  Head read(SessionId session);

  /**
   * The roster that was written with the head whose {@code rosterThrough} is {@code through}, if it
   * is (still) there.
   */
  Optional<Roster> roster(SessionId session, long through);

  /**
   * Writes {@code next} if the head's version still is {@code version}, and the roster with it in
   * the same step when it changed. Answers whether it was written.
   */
  boolean replace(SessionId session, long version, Head next, Optional<Roster> roster);

  /**
   * Takes {@code member} off the lagging ones, raising the version, if the head's sequence is
   * {@code sequence}. Answers whether it is off now: also when it was before.
   */
  boolean caughtUp(SessionId session, int member, long sequence);
}
