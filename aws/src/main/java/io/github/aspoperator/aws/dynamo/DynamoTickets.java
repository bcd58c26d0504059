package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.identity.TokenHash;
import java.util.Optional;

/**
 * {@link Tickets}: an item for each, gone with the first who takes it. DynamoDB deletes one that
 * nobody took, hours later perhaps, so the condition looks at the time too.
 */
public final class DynamoTickets implements Tickets {

  private static final String TOKEN = "h";
  private static final String EXPIRES_MILLIS = "e";

  private final Dynamo dynamo;
  private final String table;

  /** Tickets in the agents table. */
  public DynamoTickets(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  @Override
  public void put(TokenHash ticket, TokenHash token, long expiresAt) {
    dynamo.put(
        table,
        Item.at(Keys.ticket(ticket))
            .text(TOKEN, token.hex())
            .number(EXPIRES_MILLIS, expiresAt)
            .number(Keys.EXPIRES, expiresAt / 1000 + 1));
  }

  @Override
  public Optional<TokenHash> take(TokenHash ticket, long now) {
    return dynamo
        .take(table, Keys.ticket(ticket), Conditions.ticketGoodAt(now))
        .map(item -> new TokenHash(item.text(TOKEN)));
  }
}
