package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.stored.CommitCodec;
import org.jspecify.annotations.Nullable;

/** A commit ready to be written; made on the caller's thread. */
final class Entry {

  private final Commit commit;
  private final byte @Nullable [] idem;
  private final byte[] body;

  private Entry(Commit commit, byte @Nullable [] idem, byte[] body) {
    this.commit = commit;
    this.idem = idem;
    this.body = body;
  }

  static Entry of(Commit commit) {
    byte[] idem =
        commit.genesis().isPresent()
            ? null
            : commit.keyed().map(keyed -> KeyDigest.of(keyed.sender(), keyed.key())).orElse(null);
    return new Entry(commit, idem, CommitCodec.encode(commit));
  }

  /** Which. */
  Commit commit() {
    return commit;
  }

  /**
   * Digest of the idempotency key that it uses up in its session. The key of a create is not one:
   * it lives in the creator's scope.
   */
  byte @Nullable [] idem() {
    return idem;
  }

  /** The encoded commit. */
  byte[] body() {
    return body;
  }

  /** Whether {@code other} uses the same idempotency key of the same session. */
  boolean sameKey(Entry other) {
    return other.idem != null
        && other.commit.keyed().filter(keyed -> uses(keyed.sender(), keyed.key())).isPresent();
  }

  /** Whether it uses that idempotency key of its session. */
  boolean uses(Handle sender, String key) {
    return idem != null
        && commit
            .keyed()
            .filter(keyed -> keyed.key().equals(key) && keyed.sender().equals(sender))
            .isPresent();
  }
}
