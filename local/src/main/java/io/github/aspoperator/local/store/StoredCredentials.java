package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import java.util.List;
import java.util.Optional;

/**
 * {@link Credentials}: every request asks, so answers are kept; a write takes the old ones back
 * before it answers.
 */
final class StoredCredentials implements Credentials {

  private static final long KEPT = 50_000;

  private final Readers readers;
  private final Writer writer;
  private final Rows<TokenHash, Principal> tokens;

  StoredCredentials(Readers readers, Writer writer) {
    this.readers = readers;
    this.writer = writer;
    this.tokens =
        new Rows<>(
            KEPT,
            (token, principal) -> 1,
            token -> null,
            token -> readers.read(db -> CredentialTable.find(db, token)));
  }

  @Override
  public Optional<Principal> find(TokenHash token) {
    return tokens.get(token);
  }

  @Override
  public synchronized void set(Principal principal, TokenHash token) {
    change(
        principal,
        List.of(token),
        db -> {
          CredentialTable.set(db, principal, token);
          return true;
        });
  }

  @Override
  public synchronized void revoke(Principal principal) {
    change(
        principal,
        List.of(),
        db -> {
          CredentialTable.delete(db, principal);
          return true;
        });
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    return readers.read(db -> CredentialTable.of(db, principal));
  }

  /** Forgets also after a failure: whether the old token is dead is then for the table to say. */
  private void change(Principal principal, List<TokenHash> fresh, Query<Boolean> query) {
    Optional<TokenHash> before = of(principal);
    try {
      writer.write(query);
    } finally {
      fresh.forEach(this::forget);
      before.ifPresent(this::forget);
    }
  }

  private void forget(TokenHash token) {
    tokens.locked(
        token,
        () -> {
          tokens.forget(token);
          return true;
        });
  }
}
