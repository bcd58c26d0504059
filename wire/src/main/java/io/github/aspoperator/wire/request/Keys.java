package io.github.aspoperator.wire.request;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.session.Fingerprint;
import io.github.aspoperator.session.Keyed;
import io.github.aspoperator.wire.json.CanonicalJson;
import io.github.aspoperator.wire.json.JsonReader;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Idempotency keys (protocol section 3): 1 to 255 code points, from the body, else from the header.
 */
final class Keys {

  /** The field and, without regard to case, the header. */
  static final String FIELD = "idempotency_key";

  private static final String HEADER = "Idempotency-Key";
  private static final int MAX = 255;

  private Keys() {}

  /** A key in the body. */
  static String read(JsonReader in) {
    String key = in.string();
    if (!isKey(key)) {
      throw in.refused("An idempotency key has 1 to " + MAX + " characters.");
    }
    return key;
  }

  /**
   * The idempotency of {@code body}, if it has a key of its own or came with one; only then is the
   * body hashed.
   */
  static Optional<Keyed> keyed(
      Handle sender, Optional<String> bodyKey, Optional<String> headerKey, byte[] body) {
    if (bodyKey.isPresent()) {
      return Optional.of(new Keyed(sender, bodyKey.get(), fingerprint(body)));
    }
    if (headerKey.isEmpty()) {
      return Optional.empty();
    }
    if (!isKey(headerKey.get())) {
      throw new Refusal.InvalidRequest(
              HEADER, "An idempotency key has 1 to " + MAX + " characters.")
          .thrown();
    }
    return Optional.of(new Keyed(sender, headerKey.get(), fingerprint(body)));
  }

  private static boolean isKey(String key) {
    return !key.isEmpty() && key.codePointCount(0, key.length()) <= MAX;
  }

  /** The first 128 bits of the SHA-256 of the canonical body without its key. */
  static Fingerprint fingerprint(byte[] body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      ByteBuffer digest = ByteBuffer.wrap(sha.digest(CanonicalJson.without(FIELD, body)));
      return new Fingerprint(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
