package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Bob's last connection drops, or his grace runs out, while he becomes joined: the drop and the
 * timer write the epoch and their job looks into the index; the drain writes the index and then
 * looks at the epoch. However they meet, the session knows that he is away, or sees him leave;
 * unless he joined when he was away already, which is not tracked (protocol section 5).
 *
 * <p>Seen red without {@code Chore.LookAtEpoch}, and without the jobs of {@code Drop} and {@code
 * Grace}.
 */
final class PresenceAndIndexTest {

  @ParameterizedTest
  @EnumSource(names = {"BOB_CREATES", "BOB_JOINS", "BOB_REOPENS"})
  void aDropIsPublishedAlsoWhereTheAgentIsJustBecomingJoined(Meeting.Way way) {
    BothWays.holds(() -> Absence.of(way, false));
  }

  @ParameterizedTest
  @EnumSource(names = {"BOB_CREATES", "BOB_JOINS", "BOB_REOPENS"})
  void anAgentWhoseGraceIsOverLeavesAlsoWhereItIsJustBecomingJoined(Meeting.Way way) {
    BothWays.holds(() -> Absence.of(way, true));
  }

  private record Absence(Meeting meeting, ConnectionId connection, boolean forLong)
      implements BothWays.Pair {

    static Absence of(Meeting.Way way, boolean forLong) {
      Stage stage = Stage.impatient();
      ConnectionId connection = stage.transport().opening("c");
      stage.connect(stage.ports(), connection);
      return new Absence(new Meeting(stage, way), connection, forLong);
    }

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
      stage().drop(ports, connection);
      if (forLong) {
        stage().pass(Stage.GRACE_MILLIS);
        stage().doJobs(ports);
      }
    }

    @Override
    public void holds(String how) {
      Presence presence = stage().ports().presences().read(BOB);
      assertEquals(1, presence.epoch(), how);
      assertEquals(forLong ? 1 : 0, presence.expiredThrough(), how);
      switch (stage().member(meeting.session().orElseThrow(), BOB).orElseThrow().standing()) {
        case Standing.Joined(var epoch, var away) -> {
          assertTrue(presence.expiredThrough() <= epoch, how);
          assertEquals(presence.epoch() > epoch, away, how);
        }
        case Standing.Left _ -> assertTrue(forLong, how);
        case Standing.Invited _ -> throw new AssertionError(how);
      }
    }
  }
}
