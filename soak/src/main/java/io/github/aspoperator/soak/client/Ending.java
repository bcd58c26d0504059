package io.github.aspoperator.soak.client;

/** How a client lets go of a connection. */
public enum Ending {
  /** With a close frame, and reading on until it is answered. */
  CLEAN,
  /** The socket is closed, without a close frame. */
  VANISH,
  /** The socket is reset: what is under way is thrown away on both sides. */
  RESET,
  /** Nothing is read or answered any more, and the socket stays. */
  HALF_OPEN
}
