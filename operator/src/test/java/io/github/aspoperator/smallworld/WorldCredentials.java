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
    boolean mayDie = stage.setting().has(Topic.TOKEN) || stage.setting().has(Topic.REMOVAL);
    boolean dead = mayDie && stage.reads().trust().tokenDead();
    return dead ? Optional.empty() : Optional.of(AGENT);
  }

  @Override
  public void set(Principal principal, TokenHash token) {
    revoke(principal);
  }

  @Override
  public void revoke(Principal principal) {
    World world = stage.writes();
    world.trust(world.trust().withDeadToken());
    stage.note("the token is dead");
  }

  @Override
  public Optional<TokenHash> of(Principal principal) {
    throw new UnsupportedOperationException();
  }
}
