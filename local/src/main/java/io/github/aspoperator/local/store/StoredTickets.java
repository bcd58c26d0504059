package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.identity.TokenHash;
import java.util.Optional;

/** {@link Tickets}. */
final class StoredTickets implements Tickets {

  private final Writer writer;

  StoredTickets(Writer writer) {
    this.writer = writer;
  }

  @Override
  public void put(TokenHash ticket, TokenHash token, long expiresAt) {
    writer.write(db -> {
      TicketTable.put(db, ticket, token, expiresAt);
      return true;
    });
  }

  @Override
  public Optional<TokenHash> take(TokenHash ticket, long now) {
    return writer.write(db -> TicketTable.take(db, ticket, now));
  }
}
