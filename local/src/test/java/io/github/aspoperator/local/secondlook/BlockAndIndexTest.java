package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.ANN;
import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.aspoperator.operator.OwnerCalls;
import io.github.aspoperator.operator.Ports;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bob blocks Ann while they come together: the block is written and then looked for in the index;
 * the drain writes the index and then looks at the blocks. However they meet, they are parted.
 *
 * <p>Seen red without {@code Chore.LookAtBlocks}, and without the look of {@code OwnerCalls.block}
 * into the index.
 */
final class BlockAndIndexTest {

  @ParameterizedTest
  @EnumSource
  void aBlockPartsAlsoThoseWhoAreJustComingTogether(Meeting.Way way) {
    BothWays.holds(() -> new Blocking(new Meeting(Stage.impatient(), way)));
  }

  private record Blocking(Meeting meeting) implements BothWays.Pair {
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
      new OwnerCalls(ports).block(Stage.OPERATOR, BOB, ANN);
    }

    @Override
    public void holds(String how) {
      assertFalse(meeting.has(ANN) && meeting.has(BOB), how);
    }
  }
}
