package io.github.aspoperator.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@link Tickets}.
 *
 * <p>Not asserted: whether a ticket is good in the very millisecond in which it expires; that it
 * outlives the process.
 */
public abstract class TicketsContract extends Contract {

  private final TokenHash ticket = Token.fresh().hash();
  private final TokenHash token = Token.fresh().hash();

  @Test
  void aTicketIsTakenOnce() {
    long now = home().now();
    home().tickets().put(ticket, token, now + Tickets.LIFETIME_MILLIS);
    assertEquals(Optional.of(token), home().tickets().take(ticket, now + 1));
    assertEquals(Optional.empty(), home().tickets().take(ticket, now + 1));
  }

  @Test
  void aTicketStandsForItsOwnToken() {
    long now = home().now();
    TokenHash another = Token.fresh().hash();
    TokenHash anothersToken = Token.fresh().hash();
    home().tickets().put(ticket, token, now + Tickets.LIFETIME_MILLIS);
    home().tickets().put(another, anothersToken, now + Tickets.LIFETIME_MILLIS);
    assertEquals(Optional.empty(), home().tickets().take(Token.fresh().hash(), now));
    assertEquals(Optional.of(anothersToken), home().tickets().take(another, now));
    assertEquals(Optional.of(token), home().tickets().take(ticket, now));
  }

  @Test
  void anExpiredTicketIsWorthNothing() {
    long now = home().now();
    TokenHash fresh = Token.fresh().hash();
    home().tickets().put(ticket, token, now + 500);
    home().tickets().put(fresh, token, now + 1_500);
    assertEquals(Optional.empty(), home().tickets().take(ticket, now + 1_000));
    assertEquals(Optional.of(token), home().tickets().take(fresh, now + 1_000));
  }

  @Test
  void ofManyWhoTakeATicketAtOnceOneGetsIt() {
    long now = home().now();
    for (int round = 0; round < 10; round++) {
      home().tickets().put(ticket, token, now + Tickets.LIFETIME_MILLIS);
      List<Optional<TokenHash>> taken = Racing.all(_ -> home().tickets().take(ticket, now));
      assertEquals(
          List.of(Optional.of(token)), taken.stream().filter(Optional::isPresent).toList());
    }
  }
}
