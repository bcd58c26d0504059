package io.github.aspoperator.wire.http;

import static io.github.aspoperator.wire.Wire.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.refusal.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials (protocol section 1). */
class BearerTokensTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer abc.-_~+/=",
        "bearer abc.-_~+/=",
        "BEARER   abc.-_~+/=",
        " Bearer abc.-_~+/= "
      })
  void aTokenStandsBehindBearer(String header) {
    assertEquals(Optional.of(new Token("abc.-_~+/=")), BearerTokens.of(List.of(header)));
  }

  @Test
  void aFreshTokenIsRead() {
    Token token = Token.fresh();
    assertEquals(Optional.of(token), BearerTokens.of(List.of("Bearer " + token.secret())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic YTpi", "Bearerabc", "Bearer\tabc", "Token abc"})
  void anotherSchemeIsNoToken(String header) {
    assertEquals(Optional.empty(), BearerTokens.of(List.of(header)));
  }

  @Test
  void noHeaderIsNoToken() {
    assertEquals(Optional.empty(), BearerTokens.of(List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer a b",
        "Bearer a, Bearer b",
        "Bearer é",
        "Bearer a\u0000"
      })
  void whatCannotBeATokenIsUnauthorized(String header) {
    assertEquals(new Refusal.Unauthorized(true), refusal(() -> BearerTokens.of(List.of(header))));
  }

  @Test
  void aTokenHasABound() {
    assertEquals(
        512, BearerTokens.of(List.of("Bearer " + "t".repeat(512))).orElseThrow().secret().length());
    assertEquals(
        new Refusal.Unauthorized(true),
        refusal(() -> BearerTokens.of(List.of("Bearer " + "t".repeat(513)))));
  }

  @Test
  void severalHeadersAreUnauthorized() {
    assertEquals(
        new Refusal.Unauthorized(true),
        refusal(() -> BearerTokens.of(List.of("Bearer a", "Bearer a"))));
  }
}
