package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * The id of a message, {@code msg_} and a {@link Ulid}, made by the operator (protocol section 1).
 *
 * @param ulid the time-ordered part
 */
public record MessageId(Ulid ulid) implements Comparable<MessageId> {

  private static final String PREFIX = "msg_";

  /** The id that {@code text} spells, or nothing. */
  public static Optional<MessageId> parse(String text) {
    return text.startsWith(PREFIX)
        ? Ulid.parse(text, PREFIX.length()).map(MessageId::new)
        : Optional.empty();
  }

  /** {@code msg_} and 26 characters. */
  public String text() {
    return PREFIX + ulid.text();
  }

  @Override
  public int compareTo(MessageId other) {
    return ulid.compareTo(other.ulid);
  }

  @Override
  public String toString() {
    return text();
  }
}
