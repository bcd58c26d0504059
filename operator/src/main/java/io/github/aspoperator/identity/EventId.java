package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * The id of an event, {@code evt_} and a {@link Ulid}, made by the operator (protocol section 1).
 *
 * @param ulid the time-ordered part
 */
public record EventId(Ulid ulid) implements Comparable<EventId> {

  private static final String PREFIX = "evt_";

  /** The id that {@code text} spells, or nothing. */
  public static Optional<EventId> parse(String text) {
    return text.startsWith(PREFIX)
        ? Ulid.parse(text, PREFIX.length()).map(EventId::new)
        : Optional.empty();
  }

  /** {@code evt_} and 26 characters. */
  public String text() {
    return PREFIX + ulid.text();
  }

  @Override
  public int compareTo(EventId other) {
    return ulid.compareTo(other.ulid);
  }

  @Override
  public String toString() {
    return text();
  }
}
