package io.github.aspoperator.local.secondlook;

import static io.github.aspoperator.local.secondlook.Stage.ANN;
import static io.github.aspoperator.local.secondlook.Stage.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Connection;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.Standing;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A drop sends its timers and then writes the epoch with its id; a timer writes the expiry; a
 * connect writes the connection: each on the presence item as it has read it, under its version.
 *
 * <p>Seen red when {@code Grace} and {@code Drop} write over whatever is there, and when {@code
 * Grace} does not ask whose timer it is.
 */
final class TimerAndEpochTest {

  /** Bob is joined and connected. */
  private abstract static class Attendance implements BothWays.Pair {
    final Stage stage = Stage.impatient();
    final ConnectionId first = stage.transport().opening("first");
    final ConnectionId second = stage.transport().opening("second");
    final SessionId session;

    Attendance() {
      stage.connect(stage.ports(), first);
      session = stage.meeting(ANN, BOB);
    }

    @Override
    public Stage stage() {
      return stage;
    }

    Presence presence() {
      return stage.ports().presences().read(BOB);
    }

    Standing standing() {
      return stage.member(session, BOB).orElseThrow().standing();
    }

    void hasOnly(ConnectionId connection, String how) {
      assertEquals(
          List.of(connection), presence().connections().stream().map(Connection::id).toList(), how);
    }
  }

  @Test
  void whoComesBackAsItsGraceRunsOutIsEitherTakenBackOrMadeToLeave() {
    BothWays.holds(() ->
        new Attendance() {
          {
            stage.drop(stage.ports(), first);
            stage.settle();
            stage.pass(Stage.GRACE_MILLIS);
          }

          @Override
          public void one(Ports ports) {
            stage.doJobs(ports);
          }

          @Override
          public void other(Ports ports) {
            stage.connect(ports, second);
          }

          @Override
          public void holds(String how) {
            hasOnly(second, how);
            boolean expired = presence().expiredThrough() == 1;
            assertEquals(expired, standing() instanceof Standing.Left, how);
            assertEquals(!expired, standing().equals(new Standing.Joined(0, false)), how);
          }
        });
  }

  @Test
  void whoDropsAndComesBackAtOnceIsHereAndItsTimersDoNothing() {
    BothWays.holds(() ->
        new Attendance() {
          @Override
          public void one(Ports ports) {
            stage.drop(ports, first);
          }

          @Override
          public void other(Ports ports) {
            stage.connect(ports, second);
          }

          @Override
          public void holds(String how) {
            hasOnly(second, how);
            stage.pass(Stage.GRACE_MILLIS);
            stage.settle();
            assertEquals(new Standing.Joined(0, false), standing(), how);
          }
        });
  }

  @Test
  void theTimerOfAnEarlierDropDoesNothingToALaterOne() {
    BothWays.holds(() ->
        new Attendance() {
          {
            stage.drop(stage.ports(), first);
            stage.connect(stage.ports(), second);
            stage.settle();
            stage.pass(Stage.GRACE_MILLIS);
          }

          @Override
          public void one(Ports ports) {
            stage.doJobs(ports);
          }

          @Override
          public void other(Ports ports) {
            stage.drop(ports, second);
          }

          @Override
          public void holds(String how) {
            assertFalse(presence().isOnline(), how);
            assertEquals(new Standing.Joined(0, true), standing(), how);
            stage.pass(Stage.GRACE_MILLIS);
            stage.settle();
            assertTrue(standing() instanceof Standing.Left, how);
          }
        });
  }
}
