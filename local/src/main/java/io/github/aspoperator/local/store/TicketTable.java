package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.TokenHash;
import java.sql.SQLException;
import java.util.Optional;

/** The table of tickets. */
final class TicketTable {

  private TicketTable() {}

  static void put(Db db, TokenHash ticket, TokenHash token, long expiresAt) throws SQLException {
    db.update("replace into tickets values (?, ?, ?)", ticket.hex(), token.hex(), expiresAt);
  }

  static Optional<TokenHash> take(Db db, TokenHash ticket, long now) throws SQLException {
    Optional<TokenHash> token =
        db.first(
            "select token from tickets where ticket = ? and expires_at >= ?",
            row -> new TokenHash(row.getString(1)),
            ticket.hex(),
            now);
    db.update("delete from tickets where ticket = ?", ticket.hex());
    return token;
  }

  /** Forgets those that expired before {@code now}. */
  static void purge(Db db, long now) throws SQLException {
    db.update("delete from tickets where expires_at < ?", now);
  }
}
