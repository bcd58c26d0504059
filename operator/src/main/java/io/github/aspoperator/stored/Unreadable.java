package io.github.aspoperator.stored;

/**
 * Stored bytes that are no record of their format, or one of a version this operator does not know.
 */
public final class Unreadable extends IllegalStateException {

  /** A {@code format} that says {@code why} it is none. */
  public Unreadable(String format, String why) {
    super("stored " + format + ": " + why);
  }

  /** The same, with what was thrown while reading. */
  public Unreadable(String format, String why, Throwable cause) {
    super("stored " + format + ": " + why, cause);
  }
}
