package io.github.aspoperator.stored;

import io.github.aspoperator.identity.Handle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Sixteen bytes that stand for an idempotency key and whose it is: short in the index whatever the
 * key, and any text a key.
 *
 * @param high the first eight
 * @param low the others
 */
public record KeyDigest(long high, long low) {

  /** Of {@code key} as used by {@code sender}. */
  public static KeyDigest of(Handle sender, String key) {
    MessageDigest sha = sha256();
    sha.update(sender.text().getBytes(StandardCharsets.US_ASCII));
    // no handle has a zero byte; a key may be half a surrogate pair, which UTF-8 has no bytes for
    byte[] units = new byte[1 + 2 * key.length()];
    for (int i = 0; i < key.length(); i++) {
      units[1 + 2 * i] = (byte) (key.charAt(i) >>> 8);
      units[2 + 2 * i] = (byte) key.charAt(i);
    }
    return of(sha.digest(units));
  }

  /** The first sixteen of some bytes. */
  public static KeyDigest of(byte[] column) {
    ByteBuffer bytes = ByteBuffer.wrap(column);
    return new KeyDigest(bytes.getLong(), bytes.getLong());
  }

  /** As a column holds it. */
  public byte[] column() {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
  }

  /** As 32 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(column());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
