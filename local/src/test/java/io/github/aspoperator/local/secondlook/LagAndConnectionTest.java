package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.ANN;
import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Ports;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Bob comes back while something is said: the drain writes head and lag and then looks at his
 * presence; the connect writes the connection and its replay looks at the lags. However they meet,
 * he is handed the message once, and nothing is owed to him.
 *
 * <p>Seen red without {@code Chore.LookAtLaggard}, and without the replay job of {@code Connect}.
 */
final class LagAndConnectionTest {

  private static final long LONG = 1_000_000;

  @Test
  void whoComesBackWhileSomethingIsSaidIsHandedItOnce() {
    BothWays.holds(Return::new);
  }

  private static final class Return implements BothWays.Pair {
    private final Stage stage = new Stage(LONG, LONG);
    private final SessionId session = stage.meeting(ANN, BOB);
    private final ConnectionId connection;

    Return() {
      ConnectionId before = stage.transport().opening("before");
      stage.connect(stage.ports(), before);
      assertEquals(List.of(1L, 2L), stage.transport().handed(before));
      stage.drop(stage.ports(), before);
      stage.settle();
      stage.say(session);
      connection = stage.transport().opening("after");
    }

    @Override
    public Stage stage() {
      return stage;
    }

    @Override
    public void one(Ports ports) {
      stage.answerBells(ports);
      stage.doJobs(ports);
    }

    @Override
    public void other(Ports ports) {
      stage.connect(ports, connection);
    }

    @Override
    public void holds(String how) {
      assertEquals(List.of(3L), stage.transport().handed(connection), how);
      Head head = stage.ports().heads().read(session);
      assertEquals(3, head.sequence(), how);
      assertFalse(head.lagging().has(stage.member(session, BOB).orElseThrow().index()), how);
      assertEquals(List.of(), stage.ports().lags().open(BOB, Optional.empty(), 10), how);
    }
  }
}
