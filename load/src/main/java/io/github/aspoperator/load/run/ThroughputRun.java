package io.github.aspoperator.load.run;

import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sessions of two agents that both listen, and senders that never wait for anything but their
 * answers.
 *
 * @param seconds that count, after those of the warm-up
 */
public record ThroughputRun(int sessions, int senders, int warmup, int seconds) {

  /** Runs to the end, the judgement included. */
  public Result run(Setting setting) throws CannotRun {
    try (Rig rig = new Rig(setting, 2 * sessions, seconds)) {
      Sockets sockets = new Sockets(rig, rig.agents());
      sockets.connect();
      Meetings meetings = new Meetings(rig);
      List<Meetings.Pair> pairs = pairs(rig.agents());
      meetings.make(pairs);
      int[] numbers = join(rig, pairs, meetings.ids());
      Switch on = new Switch();
      Senders all = new Senders(rig);
      for (int i = 0; i < senders; i++) {
        Meetings.Pair pair = pairs.get(i % sessions);
        int session = numbers[i % sessions];
        Agent agent = i / sessions % 2 == 0 ? pair.creator() : pair.invitee();
        all.add(agent, () -> on.on ? session : Course.STOP);
      }
      all.open();
      double micros = send(rig, all, on);
      finish(rig, all);
      meetings.end();
      sockets.close();
      Counts counts = meetings.counts();
      List<Integer> perSecond = Arrays.stream(rig.meter().perSecond()).boxed().toList();
      return new ThroughputResult(
          perSecond,
          rig.meter().endToEnd(),
          rig.meter().http(),
          micros,
          counts,
          rig.errors().kinds());
    }
  }

  private List<Meetings.Pair> pairs(List<Agent> agents) {
    int count = agents.size();
    return IntStream.range(0, sessions)
        .mapToObj(
            i -> new Meetings.Pair(agents.get(2 * i % count), agents.get((2 * i + 1) % count)))
        .toList();
  }

  private static int[] join(Rig rig, List<Meetings.Pair> pairs, List<String> ids) {
    return IntStream.range(0, ids.size())
        .map(i ->
            rig.ledger()
                .join(ids.get(i), pairs.get(i).creator().number(), pairs.get(i).invitee().number()))
        .toArray();
  }

  /**
   * Warms up and counts; returns this process's own time for each counted message, in microseconds.
   */
  private double send(Rig rig, Senders all, Switch on) {
    rig.progress().phase("warming up");
    on.on = true;
    all.start();
    rig.loop().runFor(Duration.ofSeconds(warmup));
    rig.progress().phase("counting");
    Duration before = Processor.used();
    rig.meter().begin(System.nanoTime());
    rig.loop().runFor(Duration.ofSeconds(seconds));
    Duration used = Processor.used().minus(before);
    on.on = false;
    return used.toNanos() / 1000.0 / Math.max(1, rig.meter().counted());
  }

  private static void finish(Rig rig, Senders all) throws CannotRun {
    rig.progress().phase("settling");
    rig.settled(() -> all.idle() && rig.ledger().complete());
    all.close();
    if (rig.meter().accepted() == 0) {
      throw new CannotRun("Not one message was accepted: " + rig.errors() + ".");
    }
  }

  private static final class Switch {
    private boolean on;
  }
}
