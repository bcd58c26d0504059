package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * Port: single-use tickets for {@code /connect}, for clients that cannot set headers (protocol
 * section 5).
 */
public interface Tickets {

  /** How long a ticket may be used, in milliseconds. */
  long LIFETIME_MILLIS = 30_000;

  /**
   * Keeps a ticket.
   *
   * @param ticket hash of the secret
   * @param token the credentials it stands for
   * @param expiresAt epoch milliseconds
   */
  void put(TokenHash ticket, TokenHash token, long expiresAt);

  /**
   * Takes a ticket out, atomically: whoever comes second gets nothing. Nothing too when it expired
   * before {@code now}.
   */
  Optional<TokenHash> take(TokenHash ticket, long now);
}
