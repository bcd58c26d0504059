package io.github.aspoperator.identity;

import java.util.Optional;

/**
 * Port: tokens, by their hashes; one per principal. Reads are strong, so that a replaced token
 * stops working at once; a write is durable when it answers.
 */
public interface Credentials {

  /** Whom the token stands for, if it is valid now. */
  Optional<Principal> find(TokenHash token);

  /**
   * Makes {@code token} the only one of {@code principal}; an earlier one is dead at the same
   * instant.
   */
  void set(Principal principal, TokenHash token);

  /** Leaves {@code principal} without a token. */
  void revoke(Principal principal);

  /** The token of {@code principal}, if it has one. */
  Optional<TokenHash> of(Principal principal);
}
