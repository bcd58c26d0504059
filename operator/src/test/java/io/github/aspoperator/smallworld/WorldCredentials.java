package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Principal;
import io.github.aspoperator.identity.TokenHash;
import java.util.Optional;

/** The agent's token, which dies once where the setting says so. */
final class WorldCredentials implements Credentials {

  private static final Principal AGENT = new Principal.OfAgent(Cast.AGENT);

  private final Stage stage;

  WorldCredentials(Stage stage) {
    this.stage = stage;
  }

  @Override
  public Optional<Principal> find(TokenHash token) {
    boolean dead = stage.setting().replacesToken() && stage.reads().trust().tokenReplaced();
    return dead ? Optional.empty() : Optional.of(AGENT);
  }

  @Override
  public void set(Principal principal, TokenHash token) {
    World world = stage.writes();
    world.trust(new Trust(world.trust().blocks(), true));
    stage.note("a new token");
  }

  @Override
  public void revoke(Principal principal) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    throw new UnsupportedOperationException();
  }
}
