package io.github.aspoperator.session;

/**
 * How a participant came to be left; decides what it may still do (protocol section 3) and what the
 * wire says.
 */
public enum Departure {
  /** It left of its own will. */
  LEFT,
  /** It stayed away past the grace window. */
  GRACE_EXPIRED,
  /** It was made to leave: blocked, or removed. */
  FORCED,
  /** It was invited when the session ended. */
  ENDED,
  /** It was joined at the end and not taken along at the reopening. */
  NOT_READMITTED
}
