package io.github.aspoperator.presence;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.TokenHash;
import java.util.OptionalLong;

/**
 * One recorded connection.
 *
 * @param id the transport's name for it
 * @param openedAt epoch milliseconds
 * @param owed present while it is first to be told what may have been swallowed, and nothing else
 *     is posted to it: the stretch before this moment, and all since; epoch milliseconds
 * @param token the credentials it was opened with
 */
public record Connection(ConnectionId id, long openedAt, OptionalLong owed, TokenHash token) {

  /** Whether events are posted to it. */
  public boolean ready() {
    return owed.isEmpty();
  }

  Connection owing(OptionalLong since) {
    return new Connection(id, openedAt, since, token);
  }

  /** Owing no less than what is owed since {@code since}; one that is ready owes nothing. */
  Connection owingAlso(OptionalLong since) {
    boolean sooner = !ready() && since.isPresent() && since.getAsLong() < owed.getAsLong();
    return sooner ? owing(since) : this;
  }
}
