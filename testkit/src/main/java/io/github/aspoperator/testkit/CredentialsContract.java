package io.github.aspoperator.testkit;

import static io.github.aspoperator.testkit.Story.ANN;
import static io.github.aspoperator.testkit.Story.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.identity.TokenHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@link Credentials}.
 *
 * <p>Not asserted: what becomes of one token given to two principals, which chance does not do.
 */
public abstract class CredentialsContract extends Contract {

  private static final Principal AGENT = new Principal.OfAgent(ANN);
  private static final Principal OWNER = new Principal.OfOwner(new Owner("acme"));

  private TokenHash set(Principal principal) {
    TokenHash token = Token.fresh().hash();
    home().credentials().set(principal, token);
    return token;
  }

  @Test
  void aTokenStandsForItsPrincipal() {
    List<Principal> principals =
        List.of(AGENT, OWNER, new Principal.OfOperator(), new Principal.OfAgent(BOB));
    List<TokenHash> tokens = principals.stream().map(this::set).toList();
    for (int i = 0; i < principals.size(); i++) {
      Optional<Principal> principal = Optional.of(principals.get(i));
      assertEquals(principal, home().credentials().find(tokens.get(i)));
      assertEquals(Optional.of(tokens.get(i)), home().credentials().of(principals.get(i)));
    }
    assertEquals(Optional.empty(), home().credentials().find(Token.fresh().hash()));
  }

  @Test
  void aTokenThatWasAskedForBeforeItWasSetIsValidOnceItIs() {
    TokenHash token = Token.fresh().hash();
    assertEquals(Optional.empty(), home().credentials().find(token));
    home().credentials().set(AGENT, token);
    assertEquals(Optional.of(AGENT), home().credentials().find(token));
  }

  @Test
  void aReplacedTokenIsDeadAtOnce() {
    TokenHash old = set(AGENT);
    assertEquals(Optional.of(AGENT), home().credentials().find(old));
    TokenHash fresh = set(AGENT);
    assertEquals(Optional.empty(), home().credentials().find(old));
    assertEquals(Optional.of(AGENT), home().credentials().find(fresh));
    assertEquals(Optional.of(fresh), home().credentials().of(AGENT));
  }

  @Test
  void aRevokedTokenIsDeadAtOnce() {
    TokenHash token = set(AGENT);
    TokenHash other = set(OWNER);
    assertEquals(Optional.of(AGENT), home().credentials().find(token));
    home().credentials().revoke(AGENT);
    home().credentials().revoke(AGENT);
    assertEquals(Optional.empty(), home().credentials().find(token));
    assertEquals(Optional.empty(), home().credentials().of(AGENT));
    assertEquals(Optional.of(OWNER), home().credentials().find(other));
  }

  @Test
  void ofManyTokensSetAtOnceOneIsValid() {
    for (int round = 0; round < 10; round++) {
      List<TokenHash> tokens =
          Racing.all(caller -> {
            TokenHash token = set(AGENT);
            home().credentials().find(token);
            return token;
          });
      List<TokenHash> valid =
          tokens.stream().filter(t -> home().credentials().find(t).isPresent()).toList();
      assertEquals(home().credentials().of(AGENT).map(List::of), Optional.of(valid));
    }
  }

  @Test
  void aDeadTokenStaysDeadHoweverManyAskForIt() {
    for (int round = 0; round < 10; round++) {
      TokenHash old = set(AGENT);
      Racing.all(caller -> {
        if (caller == 3) {
          set(AGENT);
          assertEquals(Optional.empty(), home().credentials().find(old), "right after");
          return true;
        }
        return home().credentials().find(old).isPresent();
      });
      assertEquals(Optional.empty(), home().credentials().find(old));
      assertEquals(
          Optional.of(AGENT),
          home().credentials().of(AGENT).flatMap(token -> home().credentials().find(token)));
    }
  }

  @Test
  void whatWasWrittenOutlivesTheProcess() {
    TokenHash old = set(AGENT);
    TokenHash fresh = set(AGENT);
    TokenHash revoked = set(OWNER);
    home().credentials().revoke(OWNER);
    restart();
    assertEquals(Optional.of(AGENT), home().credentials().find(fresh));
    assertEquals(Optional.empty(), home().credentials().find(old));
    assertEquals(Optional.empty(), home().credentials().find(revoked));
  }
}
