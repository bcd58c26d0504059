package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@link Credentials}: an item for each token, so that a request asks for one, and an item that
 * says which one a principal has, so that there is only one.
 */
public final class DynamoCredentials implements Credentials {

  private static final String KIND = "k";
  private static final String NAME = "n";
  private static final String HASH = "h";

  private static final String AGENT = "agent";
  private static final String OWNER = "owner";
  private static final String OPERATOR = "operator";

  private final Dynamo dynamo;
  private final String table;

  /** Tokens in the agents table. */
  public DynamoCredentials(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  @Override
  public Optional<Principal> find(TokenHash token) {
    return dynamo.get(table, Keys.token(token)).map(DynamoCredentials::principal);
  }

  /** Whom a token's item names. */
  static Principal principal(Item item) {
    String name = item.text(NAME);
    return switch (item.text(KIND)) {
      case AGENT -> new Principal.OfAgent(Handle.of(name));
      case OWNER -> new Principal.OfOwner(new Owner(name));
      case OPERATOR -> new Principal.OfOperator();
      default -> throw new IllegalStateException("a token of nobody");
    };
  }

  private static Item token(TokenHash token, Principal principal) {
    Item item = Item.at(Keys.token(token));
    return switch (principal) {
      case Principal.OfAgent(var handle) -> item.text(KIND, AGENT).text(NAME, handle.text());
      case Principal.OfOwner(var owner) -> item.text(KIND, OWNER).text(NAME, owner.name());
      case Principal.OfOperator _ -> item.text(KIND, OPERATOR).text(NAME, OPERATOR);
    };
  }

  @Override
  public void set(Principal principal, TokenHash token) {
    while (true) {
      Optional<TokenHash> old = of(principal);
      if (old.filter(token::equals).isPresent()) {
        return;
      }
      Item current = Item.at(Keys.tokenOf(principal)).text(HASH, token.hex());
      List<TransactWriteItem> writes = new ArrayList<>();
      writes.add(Writes.put(table, current, Conditions.tokenIs(old)));
      writes.add(Writes.put(table, token(token, principal)));
      old.ifPresent(dead -> writes.add(Writes.delete(table, Keys.token(dead))));
      if (dynamo.transact(writes)) {
        return;
      }
    }
  }

  @Override
  public void revoke(Principal principal) {
    while (true) {
      Optional<TokenHash> old = of(principal);
      if (old.isEmpty()
          || dynamo.transact(
              List.of(
                  Writes.delete(table, Keys.tokenOf(principal), Conditions.tokenIs(old)),
                  Writes.delete(table, Keys.token(old.get()))))) {
        return;
      }
    }
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    return dynamo.get(table, Keys.tokenOf(principal)).map(item -> new TokenHash(item.text(HASH)));
  }
}
