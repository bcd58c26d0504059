package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;

/**
 * The idempotency of one create or send (protocol section 3).
 *
 * @param sender whose key it is
 * @param key 1 to 255 characters
 * @param fingerprint of the body without the key
 */
public record Keyed(Handle sender, String key, Fingerprint fingerprint) {

  /** Whether {@code other} is a use of the same key. */
  public boolean sameKey(Keyed other) {
    return key.equals(other.key) && sender.equals(other.sender);
  }
}
