package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * The address of an agent, {@code @owner.agent}; each part is 1 to 64 of {@code [a-z0-9_-]}
 * (protocol section 1).
 *
 * @param owner who configures the agent
 * @param name the agent's own part
 */
public record Handle(Owner owner, String name) implements Comparable<Handle> {

  /** Refuses a part that is not well-formed. */
  public Handle {
    if (!Owner.isPart(name)) {
      throw new IllegalArgumentException("not the agent part of a handle");
    }
  }

  /** The handle that {@code text} spells, or nothing when it spells none. */
  public static Optional<Handle> parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || text.charAt(0) != '@') {
      return Optional.empty();
    }
    String owner = text.substring(1, dot);
    String name = text.substring(dot + 1);
    return Owner.isPart(owner) && Owner.isPart(name)
        ? Optional.of(new Handle(new Owner(owner), name))
        : Optional.empty();
  }

  /** The handle that {@code text} spells; for text this operator itself wrote. */
  public static Handle of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a handle"));
  }

  /** {@code @owner.agent}. */
  public String text() {
    return "@" + owner.name() + "." + name;
  }

  @Override
  public int compareTo(Handle other) {
    int byOwner = owner.name().compareTo(other.owner.name());
    return byOwner != 0 ? byOwner : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return text();
  }
}
