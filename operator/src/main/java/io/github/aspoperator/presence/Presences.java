package io.github.aspoperator.presence;

import io.github.aspoperator.identity.Handle;

/** Port: the presence items. Reads are strong. */
public interface Presences {

  /** The agent's item, {@link Presence#NEVER} where none was written. */
  Presence read(Handle agent);

  /**
   * Writes {@code next} if the item's version still is {@code version}; answers whether it did. A
   * written item is durable when this answers.
   */
  boolean replace(Handle agent, long version, Presence next);
}
