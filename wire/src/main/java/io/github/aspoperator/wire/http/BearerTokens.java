package io.github.aspoperator.wire.http;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.util.List;
import java.util.Optional;

/**
 * Credentials as headers carry them (protocol section 1). A token is 1 to 512 visible ASCII
 * characters: more than the operator ever makes, so that one from a seed file works too.
 */
public final class BearerTokens {

  private static final String SCHEME = "Bearer";
  private static final int MAX = 512;

  private BearerTokens() {}

  /**
   * The token of a request.
   *
   * @param authorization the values of its Authorization headers
   * @return nothing when there is no such header, or one of another scheme
   * @throws Refused {@code Unauthorized} for several headers, or a bearer token that cannot be one
   */
  public static Optional<Token> of(List<String> authorization) {
    if (authorization.isEmpty()) {
      return Optional.empty();
    }
    if (authorization.size() > 1) {
      throw unauthorized();
    }
    String value = authorization.get(0).strip();
    int end = SCHEME.length();
    boolean bearer = value.regionMatches(true, 0, SCHEME, 0, end);
    if (!bearer || (value.length() > end && value.charAt(end) != ' ')) {
      return Optional.empty();
    }
    String token = value.substring(end).stripLeading();
    return Optional.of(token(token).orElseThrow(BearerTokens::unauthorized));
  }

  /** The token that {@code text} is, if it can be one. */
  public static Optional<Token> token(String text) {
    boolean fits = !text.isEmpty() && text.length() <= MAX;
    return fits && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
        ? Optional.of(new Token(text))
        : Optional.empty();
  }

  private static Refused unauthorized() {
    return new Refusal.Unauthorized(true).thrown();
  }
}
