package io.github.aspoperator.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A bearer secret of 256 random bits, shown once and stored only as its {@link TokenHash} (protocol
 * section 1).
 *
 * @param secret what stands behind {@code Bearer}
 */
public record Token(String secret) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A token nobody has seen. */
  public static Token fresh() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new Token("asp_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** What is stored of it. */
  public TokenHash hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return TokenHash.of(sha.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Never shows the secret. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
