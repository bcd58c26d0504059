package io.github.aspoperator.load.standin;

/**
 * What the stand-in does wrong in its first session; those with a place do it once, to the event
 * with that sequence.
 */
public enum Fault {
  /** The invitee does not get it. */
  LOSE(20),
  /** The invitee gets it twice. */
  REPEAT(30),
  /** The invitee gets it after the next one. */
  SWAP(40),
  /** Somebody who is not in the session gets it too. */
  STRAY(50),
  /** The answer names another message than the event. */
  RENAME(60),
  /** The message is answered with 500. */
  REFUSE(70),
  /** The invitee's connection ends without a close frame. */
  DROP(80),
  /** The whole operator ends before the event is written. */
  DIE(200),
  /** Every new connection gets again what its agent had last. */
  RESEND(0),
  /** Not wrong: the first handshake is answered with 429. */
  BUSY(0),
  /** Not wrong: every answer ends its HTTP connection. */
  HANG_UP(0),
  /** Not wrong: every answer comes in chunks. */
  CHUNKS(0);

  private final int place;

  Fault(int place) {
    this.place = place;
  }

  int place() {
    return place;
  }
}
