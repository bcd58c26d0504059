package io.github.aspoperator.testkit.client;

/** A handshake was answered with another status than 101. */
public final class Refused extends RuntimeException {

  private final int status;

  /** With that status. */
  public Refused(int status, Throwable cause) {
    super("handshake refused with " + status, cause);
    this.status = status;
  }

  /** The status. */
  public int status() {
    return status;
  }
}
