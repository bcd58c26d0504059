package io.github.aspoperator.session;

/**
 * A stretch of the log that an agent saw as joined.
 *
 * @param from sequence of the event that made it joined; 0 for the creator
 * @param to the last event it saw as joined, {@link #OPEN} while it is
 */
public record Stint(long from, long to) {

  /** {@code to} of a stint that has not ended. */
  public static final long OPEN = Long.MAX_VALUE;

  /** Never joined; its {@code to} is 0, so that nothing counts as seen. */
  public static final Stint NONE = new Stint(-1, 0);

  /** A stint that begins at {@code from}. */
  public static Stint since(long from) {
    return new Stint(from, OPEN);
  }

  /** This stint, ended with event {@code to}. */
  public Stint until(long to) {
    return new Stint(from, to);
  }

  /** Whether there is one at all. */
  public boolean exists() {
    return from >= 0;
  }
}
