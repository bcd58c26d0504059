package io.github.aspoperator.load.run;

import io.github.aspoperator.load.event.EventType;
import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * One agent closes cleanly, misses messages in many sessions, and comes back; then it closes again
 * and misses nothing.
 *
 * @param missed messages in each session
 * @param pause left to the operator to take note of a close
 */
public record ReconnectRun(int sessions, int missed, int senders, Duration pause) {

  /** Runs to the end, the judgement included. */
  public Result run(Setting setting) throws CannotRun {
    try (Rig rig = new Rig(setting, 2, 0)) {
      Agent sender = rig.agents().get(0);
      Agent away = rig.agents().get(1);
      Sockets sockets = new Sockets(rig, List.of(away));
      Meetings meetings = new Meetings(rig);
      sockets.connect();
      meetings.make(Collections.nCopies(sessions, new Meetings.Pair(sender, away)));
      List<Integer> numbers =
          meetings.ids().stream().map(id -> rig.ledger().joinAlone(id, away.number())).toList();
      rig.settled(
          () -> rig.ledger().arrived(EventType.JOINED) >= sessions && rig.ledger().complete());

      leave(rig, sockets);
      sendEverywhere(rig, sender, numbers, missed);
      long accepted = rig.meter().accepted();
      rig.progress().phase("catching up");
      sockets.connect();
      catchUp(rig);
      AgentSocket socket = sockets.first();
      double handshake = millis(socket.openedAt() - socket.begunAt());
      double caughtUp = millis(socket.lastMessageAt() - socket.openedAt());

      leave(rig, sockets);
      int before = rig.ledger().arrived(away.number());
      int[] last = rig.ledger().lastOfAll();
      sockets.connect();
      sendEverywhere(rig, sender, numbers, 1);
      catchUp(rig);
      long resent = rig.ledger().notNewer(away.number(), before, last);
      meetings.end();
      sockets.close();
      return new ReconnectResult(
          sessions, accepted, handshake, caughtUp, resent, meetings.counts(), rig.errors().kinds());
    }
  }

  /** Closes cleanly and leaves the operator a moment to know it. */
  private void leave(Rig rig, Sockets sockets) throws CannotRun {
    if (!sockets.close()) {
      throw new CannotRun(
          "The operator did not answer a close frame, so no clean reconnect can be judged.");
    }
    rig.loop().runFor(pause);
  }

  private void sendEverywhere(Rig rig, Agent sender, List<Integer> numbers, int each)
      throws CannotRun {
    rig.progress().phase("sending");
    Round round = new Round(numbers, each);
    Senders all = new Senders(rig);
    for (int i = 0; i < Math.min(senders, sessions); i++) {
      all.add(sender, round.course());
    }
    all.open();
    all.start();
    rig.settled(all::idle);
    all.close();
    if (rig.meter().accepted() == 0) {
      throw new CannotRun("Not one message was accepted: " + rig.errors() + ".");
    }
  }

  /**
   * Waits until everything is there; an agent that was made to leave meanwhile can prove nothing.
   */
  private static void catchUp(Rig rig) throws CannotRun {
    rig.settled(() -> rig.ledger().complete() || rig.ledger().arrived(EventType.LEFT) > 0);
    if (rig.ledger().arrived(EventType.LEFT) > 0) {
      throw new CannotRun(
          "The agent was away longer than the operator's grace window and was made to leave: miss"
              + " fewer messages, or lengthen that window.");
    }
  }

  private static double millis(long nanos) {
    return nanos < 0 ? Double.NaN : nanos / 1e6;
  }
}
