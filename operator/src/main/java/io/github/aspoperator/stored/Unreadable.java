package io.github.aspoperator.stored;

/**
 * Stored bytes that are no record of their format, or one of a version this operator does not know.
 */
public final class Unreadable extends IllegalStateException {

  Unreadable(String format, String why) {
    super("stored " + format + ": " + why);
  }

  Unreadable(String format, String why, Throwable cause) {
    super("stored " + format + ": " + why, cause);
  }
}
