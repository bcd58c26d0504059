package io.github.aspoperator.local.store;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.stored.KeyDigest;

/**
 * An idempotency key that a message used up, or wants to.
 *
 * @param session where
 * @param digest of the key and of whose it is
 */
record UsedKey(SessionId session, KeyDigest digest) {

  static UsedKey of(SessionId session, Handle sender, String key) {
    return new UsedKey(session, KeyDigest.of(sender, key));
  }

  /** Where the index has it. */
  IndexKey indexed() {
    return IndexKey.of(session, digest);
  }
}
