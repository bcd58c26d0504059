package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Owner;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.Token;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.trust.Policy;
import org.junit.jupiter.api.Test;

/**
 * Somebody is given a token while it is removed: the token is written and then looked whose it is;
 * the tombstone is written and then the token is revoked. However they meet, no token outlives
 * whose it is.
 *
 * <p>Seen red without the look of {@code OwnerCalls.give} and of {@code OwnerCalls.fresh}.
 */
final class TokenAndRemovalTest {

  private static final Handle NEW = Handle.of("@lab.new");
  private static final Owner OWNER = new Owner("acme");

  private interface Call {
    void on(OwnerCalls calls);
  }

  private record Giving(Stage stage, Principal principal, Call giving, Call removing)
      implements BothWays.Pair {

    @Override
    public void one(Ports ports) {
      giving.on(new OwnerCalls(ports));
    }

    @Override
    public void other(Ports ports) {
      removing.on(new OwnerCalls(ports));
    }

    @Override
    public void holds(String how) {
      boolean isThere =
          switch (principal) {
            case Principal.OfAgent(var handle) -> stage.ports().agents().find(handle).isPresent();
            case Principal.OfOwner(var owner) -> stage.ports().owners().exists(owner);
            case Principal.OfOperator _ -> true;
          };
      assertEquals(isThere, stage.ports().credentials().of(principal).isPresent(), how);
    }
  }

  @Test
  void anAgentWhoseTokenIsRotatedAsItIsRemovedHasNone() {
    BothWays.holds(() ->
        new Giving(
            Stage.impatient(),
            new Principal.OfAgent(BOB),
            calls -> calls.rotateToken(Stage.OPERATOR, BOB),
            calls -> calls.remove(Stage.OPERATOR, BOB)));
  }

  @Test
  void anAgentThatIsRemovedAsItIsRegisteredHasNoToken() {
    BothWays.holds(() ->
        new Giving(
            Stage.impatient(),
            new Principal.OfAgent(NEW),
            calls -> calls.register(Stage.OPERATOR, NEW, Policy.OPEN, Token.fresh()),
            calls -> calls.remove(Stage.OPERATOR, NEW)));
  }

  @Test
  void anOwnerWhoseTokenIsRotatedAsItIsRemovedHasNone() {
    BothWays.holds(() -> {
      Stage stage = Stage.impatient();
      var _ = new OwnerCalls(stage.ports()).registerOwner(Stage.OPERATOR, OWNER);
      return new Giving(
          stage,
          new Principal.OfOwner(OWNER),
          calls -> calls.rotateOwner(Stage.OPERATOR, OWNER),
          calls -> calls.removeOwner(Stage.OPERATOR, OWNER));
    });
  }
}
