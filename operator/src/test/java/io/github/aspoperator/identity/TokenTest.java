package io.github.aspoperator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens: 256 random bits, stored as SHA-256 (section 1). */
final class TokenTest {

  @Test
  void aFreshTokenHas256BitsThatNobodyHasSeen() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      String secret = Token.fresh().secret();
      assertEquals("asp_", secret.substring(0, 4));
      assertEquals(32, Base64.getUrlDecoder().decode(secret.substring(4)).length);
      secrets.add(secret);
    }
    assertEquals(1_000, secrets.size());
  }

  @Test
  void itsHashIsTheSha256OfItsCharacters() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        new Token("abc").hash().hex());
  }

  @Test
  void neitherItNorItsHashIsShown() {
    Token token = Token.fresh();
    assertFalse(token.toString().contains(token.secret().substring(4, 12)));
    String shown = token.hash().toString();
    assertFalse(shown.contains(token.hash().hex().substring(0, 12)), shown);
  }
}
