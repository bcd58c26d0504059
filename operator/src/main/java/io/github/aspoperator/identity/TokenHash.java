package io.github.aspoperator.identity;

import java.util.HexFormat;

/**
 * The SHA-256 of a {@link Token}.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record TokenHash(String hex) {

  /** From the 32 bytes of the digest. */
  public static TokenHash of(byte[] digest) {
    return new TokenHash(HexFormat.of().formatHex(digest));
  }

  /** Never shows more than it must. */
  @Override
  public String toString() {
    return "TokenHash[" + hex.substring(0, Math.min(6, hex.length())) + "…]";
  }
}
