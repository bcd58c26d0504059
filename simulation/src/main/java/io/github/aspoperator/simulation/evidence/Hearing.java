package io.github.aspoperator.simulation.evidence;

import java.util.List;

/** One connection of an agent, and what came over it. */
public interface Hearing {

  /** Where what comes over a connection begins. */
  enum Start {
    /** Behind what came over earlier ones. */
    BEHIND,
    /** Everything comes anew. */
    ALL_ANEW,
    /** Some of the last is told again: how much, nobody but the operator knows. */
    SOME_ANEW
  }

  /** Everything that arrived of a session, in order. */
  List<Arrival> arrivals(String session);

  /** Where it begins. */
  Start start();

  /**
   * Whether something was posted to it before it was open: what others of its agent took, it is
   * told again.
   */
  boolean wasEarly();

  /** The last arrival of all before its handshake began. */
  long began();

  /** Whether it is open now, and its client there. */
  boolean isOpen();

  /** Whether its handshake was ever answered. */
  boolean wasOpen();

  /** When its handshake was answered, or began; epoch milliseconds. */
  long since();

  /** Until when the agent certainly was online by it; the end of time while it is. */
  long until();
}
