package io.github.aspoperator.trust;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import java.util.Optional;

/** One line of an allowlist: a handle, or every agent of an owner (protocol section 1). */
public sealed interface AllowlistEntry {

  /** The entry that {@code text} spells ({@code @owner.agent} or {@code @owner.*}), or nothing. */
  static Optional<AllowlistEntry> parse(String text) {
    if (text.startsWith("@") && text.endsWith(".*")) {
      String owner = text.substring(1, Math.max(1, text.length() - 2));
      return Owner.isPart(owner) ? Optional.of(new AllOf(new Owner(owner))) : Optional.empty();
    }
    return Handle.parse(text).map(One::new);
  }

  /** Whether the entry lists {@code handle}. */
  boolean covers(Handle handle);

  /** The entry as it is written. */
  String text();

  /**
   * One agent.
   *
   * @param handle its handle
   */
  record One(Handle handle) implements AllowlistEntry {
    @Override
    public boolean covers(Handle other) {
      return handle.equals(other);
    }

    @Override
    public String text() {
      return handle.text();
    }
  }

  /**
   * Every agent of an owner, {@code @owner.*}.
   *
   * @param owner the owner
   */
  record AllOf(Owner owner) implements AllowlistEntry {
    @Override
    public boolean covers(Handle other) {
      return owner.equals(other.owner());
    }

    @Override
    public String text() {
      return "@" + owner.name() + ".*";
    }
  }
}
