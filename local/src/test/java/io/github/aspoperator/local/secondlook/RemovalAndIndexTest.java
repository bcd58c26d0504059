package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bob is removed while he comes into a session: the removal writes the tombstone and its job looks
 * into the index; the drain writes the index and then looks at the tombstones. However they meet,
 * he is in no session at the end.
 *
 * <p>Seen red without {@code Chore.LookAtRemoved}, and without the job behind the removal.
 */
final class RemovalAndIndexTest {

  @ParameterizedTest
  @EnumSource
  void aRemovedAgentLeavesAlsoWhereItIsJustComingIn(Meeting.Way way) {
    BothWays.holds(() -> new Removing(new Meeting(Stage.impatient(), way)));
  }

  private record Removing(Meeting meeting) implements BothWays.Pair {
    @Override
    public Stage stage() {
      return meeting.stage();
    }

    @Override
    public void one(Ports ports) {
      meeting.takesPlace(ports);
    }

    @Override
    public void other(Ports ports) {
      new OwnerCalls(ports).remove(Stage.OPERATOR, BOB);
      stage().doJobs(ports);
    }

    @Override
    public void holds(String how) {
      assertEquals(Optional.empty(), stage().ports().agents().find(BOB), how);
      assertFalse(meeting.has(BOB), how);
    }
  }
}
