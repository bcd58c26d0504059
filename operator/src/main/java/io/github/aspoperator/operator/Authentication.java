package io.github.aspoperator.operator;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.refusal.Refusal;
import java.util.Optional;

/** Who a token stands for (protocol section 1). A token of the wrong side is no token at all. */
public final class Authentication {

  private final Credentials credentials;

  /** Asks {@code credentials}, at every call: a replaced token stops working at once. */
  public Authentication(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * The agent that {@code token} stands for.
   *
   * @param claimed the header X-ASP-Agent, which must name the same agent when it is there
   */
  public Caller agent(Optional<Token> token, Optional<String> claimed) {
    TokenHash hash = token.map(Token::hash).orElseThrow(() -> unauthorized(false));
    Caller caller = agent(hash);
    if (claimed.isPresent() && !claimed.get().equals(caller.agent().text())) {
      throw unauthorized(true);
    }
    return caller;
  }

  /** The agent whose token has this hash. */
  public Caller agent(TokenHash hash) {
    Principal principal = credentials.find(hash).orElseThrow(() -> unauthorized(true));
    if (principal instanceof Principal.OfAgent(var handle)) {
      return new Caller(handle, hash);
    }
    throw unauthorized(true);
  }

  /** The owner or operator that {@code token} stands for, on the owner's side. */
  public Principal admin(Optional<Token> token) {
    TokenHash hash = token.map(Token::hash).orElseThrow(() -> unauthorized(false));
    Principal principal = credentials.find(hash).orElseThrow(() -> unauthorized(true));
    return switch (principal) {
      case Principal.OfAgent _ -> throw unauthorized(true);
      case Principal.OfOwner _, Principal.OfOperator _ -> principal;
    };
  }

  private static RuntimeException unauthorized(boolean tokenSent) {
    return new Refusal.Unauthorized(tokenSent).thrown();
  }
}
