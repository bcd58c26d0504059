package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;

/**
 * What identifies an idempotency key that a message used up.
 *
 * @param session where
 * @param digest of the key and of whose it is
 */
record UsedKey(SessionId session, KeyDigest digest) implements Comparable<UsedKey> {

  static UsedKey of(SessionId session, Handle sender, String key) {
    return new UsedKey(session, KeyDigest.of(sender, key));
  }

  /** In the order of the table. */
  @Override
  public int compareTo(UsedKey other) {
    int bySession = session.compareTo(other.session);
    return bySession != 0 ? bySession : digest.compareTo(other.digest);
  }
}
