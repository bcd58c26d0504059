package io.github.aspoperator.refusal;

/**
 * Thrown by a port whose part does not answer; the effect of the call is unknown, reading tells.
 */
public final class Unavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What did not answer, and why. */
  public Unavailable(String what, Throwable cause) {
    super(what, cause);
  }
}
