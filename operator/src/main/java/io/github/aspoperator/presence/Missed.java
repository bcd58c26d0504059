package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import java.util.List;

/**
 * Something that one connection of an agent could not take while others of the same agent took it.
 *
 * @param by the one that could not, or not yet
 * @param at when it was posted, epoch milliseconds
 * @param takers those that took it, at least one
 */
public record Missed(ConnectionId by, long at, List<ConnectionId> takers) {

  /** Copies the list. */
  public Missed {
    takers = List.copyOf(takers);
  }
}
