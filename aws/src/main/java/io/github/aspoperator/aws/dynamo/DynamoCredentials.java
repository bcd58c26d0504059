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
 * {@link Credentials}: an item for each token, found by its hash, and one for each principal that
 * names its token. They change together, and only while the principal's is the one that was read.
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

  /** Credentials in the agents table. */
  public DynamoCredentials(Dynamo dynamo, Tables tables) {
    this.dynamo = dynamo;
    this.table = tables.agents();
  }

  @Override
  public Optional<Principal> find(TokenHash token) {
    return dynamo.get(table, Keys.token(token)).map(DynamoCredentials::principal);
  }

  /** Whom a token item is of. */
  static Principal principal(Item item) {
    return switch (item.text(KIND)) {
      case AGENT -> new Principal.OfAgent(Handle.of(item.text(NAME)));
      case OWNER -> new Principal.OfOwner(new Owner(item.text(NAME)));
      case OPERATOR -> new Principal.OfOperator();
      default -> throw new IllegalStateException("no principal is of kind " + item.text(KIND));
    };
  }

  private static Item item(TokenHash token, Principal principal) {
    Item item = Item.at(Keys.token(token));
    return switch (principal) {
      case Principal.OfAgent(var handle) -> item.text(KIND, AGENT).text(NAME, handle.text());
      case Principal.OfOwner(var owner) -> item.text(KIND, OWNER).text(NAME, owner.name());
      case Principal.OfOperator _ -> item.text(KIND, OPERATOR);
    };
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    return dynamo.get(table, Keys.tokenOf(principal)).map(item -> new TokenHash(item.text(HASH)));
  }

  /** Fails, and changes nothing, if {@code token} is another principal's. */
  @Override
  public void set(Principal principal, TokenHash token) {
    while (true) {
      Optional<TokenHash> old = of(principal);
      if (old.equals(Optional.of(token)) || replace(principal, old, token)) {
        return;
      }
      if (find(token).filter(holder -> !holder.equals(principal)).isPresent()) {
        throw new IllegalStateException("one token given to two principals");
      }
      // another set or revoked this principal's token meanwhile; one of the two is the later one
    }
  }

  private boolean replace(Principal principal, Optional<TokenHash> old, TokenHash token) {
    Item named = Item.at(Keys.tokenOf(principal)).text(HASH, token.hex());
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(Writes.put(table, named, Conditions.tokenIs(old)));
    writes.add(Writes.put(table, item(token, principal), Conditions.NOTHING_THERE));
    old.ifPresent(dead -> writes.add(Writes.delete(table, Keys.token(dead))));
    return dynamo.transact(writes);
  }

  @Override
  public void revoke(Principal principal) {
    Optional<TokenHash> old = of(principal);
    while (old.isPresent() && !delete(principal, old.get())) {
      old = of(principal);
    }
  }

  private boolean delete(Principal principal, TokenHash token) {
    Condition unchanged = Conditions.tokenIs(Optional.of(token));
    return dynamo.transact(
        List.of(
            Writes.delete(table, Keys.tokenOf(principal), unchanged),
            Writes.delete(table, Keys.token(token))));
  }
}
