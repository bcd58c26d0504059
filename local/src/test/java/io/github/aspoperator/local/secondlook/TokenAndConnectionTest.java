package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.refusal.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bob's token is replaced, or he is removed, while he connects with it: the owner's call writes the
 * token and then looks at the connections; the connect writes the connection and then looks at the
 * token. However they meet, no connection of the old token is left.
 *
 * <p>Seen red without {@code Connect.LookAtToken}, and without the look of {@code OwnerCalls} at
 * the connections.
 */
final class TokenAndConnectionTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noConnectionOutlivesItsToken(boolean removed) {
    BothWays.holds(() -> new Change(removed));
  }

  private static final class Change implements BothWays.Pair {
    private final Stage stage = Stage.impatient();
    private final ConnectionId connection = stage.transport().opening("c");
    private final boolean removed;

    Change(boolean removed) {
      this.removed = removed;
    }

    @Override
    public Stage stage() {
      return stage;
    }

    @Override
    public void one(Ports ports) {
      try {
        stage.connect(ports, connection);
      } catch (Refused refused) {
        stage.transport().gone(connection);
        throw refused;
      }
    }

    @Override
    public void other(Ports ports) {
      OwnerCalls owner = new OwnerCalls(ports);
      if (removed) {
        owner.remove(Stage.OPERATOR, BOB);
      } else {
        var _ = owner.rotateToken(Stage.OPERATOR, BOB);
      }
      stage.doJobs(ports);
    }

    @Override
    public void holds(String how) {
      assertFalse(stage.transport().isOpen(connection), how);
      assertFalse(stage.ports().presences().read(BOB).isOnline(), how);
      assertEquals(!removed, stage.ports().agents().find(BOB).isPresent());
    }
  }
}
