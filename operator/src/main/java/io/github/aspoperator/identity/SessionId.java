package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * The id of a session, {@code sess_} and a {@link Ulid}, made by the operator (protocol section 1).
 *
 * @param ulid the time-ordered part
 */
public record SessionId(Ulid ulid) implements Comparable<SessionId> {

  private static final String PREFIX = "sess_";

  /** The id that {@code text} spells, or nothing. */
  public static Optional<SessionId> parse(String text) {
    return text.startsWith(PREFIX)
        ? Ulid.parse(text, PREFIX.length()).map(SessionId::new)
        : Optional.empty();
  }

  /** {@code sess_} and 26 characters. */
  public String text() {
    return PREFIX + ulid.text();
  }

  @Override
  public int compareTo(SessionId other) {
    return ulid.compareTo(other.ulid);
  }

  @Override
  public String toString() {
    return text();
  }
}
