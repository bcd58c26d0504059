package io.github.aspoperator.aws.secret;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import java.util.Optional;

/**
 * {@link Credentials} in which the operator's token is the secret's, and all others are in a table.
 *
 * @param secret the operator's
 * @param others everybody else's
 */
public record OperatorCredentials(AdminSecret secret, Credentials others) implements Credentials {

  @Override
  public Optional<Principal> find(TokenHash token) {
    return token.equals(secret.hash())
        ? Optional.of(new Principal.OfOperator())
        : others.find(token);
  }

  @Override
  public void set(Principal principal, TokenHash token) {
    others.set(principal, token);
  }

  @Override
  public void revoke(Principal principal) {
    others.revoke(principal);
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    return others.of(principal);
  }
}
