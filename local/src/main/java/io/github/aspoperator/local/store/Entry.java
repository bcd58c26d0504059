package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.stored.CommitCodec;
import java.util.Optional;

/** A commit ready to be written; made on the caller's thread. */
final class Entry {

  private final Commit commit;
  private final Optional<UsedKey> idempotencyKey;
  private final byte[] body;

  private Entry(Commit commit, Optional<UsedKey> idempotencyKey, byte[] body) {
    this.commit = commit;
    this.idempotencyKey = idempotencyKey;
    this.body = body;
  }

  static Entry of(Commit commit) {
    Optional<UsedKey> key =
        commit.genesis().isPresent()
            ? Optional.empty()
            : commit
                .keyed()
                .map(keyed -> UsedKey.of(commit.session(), keyed.sender(), keyed.key()));
    return new Entry(commit, key, CommitCodec.encode(commit));
  }

  /** Which. */
  Commit commit() {
    return commit;
  }

  /**
   * The idempotency key that it uses up in its session. The key of a create is not one: it lives in
   * the creator's scope.
   */
  Optional<UsedKey> idempotencyKey() {
    return idempotencyKey;
  }

  /** The encoded commit. */
  byte[] body() {
    return body;
  }

  /** Whether {@code other} uses the same idempotency key of the same session. */
  boolean sameKey(Entry other) {
    return other.idempotencyKey.isPresent()
        && other.commit.keyed().filter(keyed -> uses(keyed.sender(), keyed.key())).isPresent();
  }

  /** Whether it uses that idempotency key of its session. */
  boolean uses(Handle sender, String key) {
    return idempotencyKey.isPresent()
        && commit
            .keyed()
            .filter(keyed -> keyed.key().equals(key) && keyed.sender().equals(sender))
            .isPresent();
  }
}
