package io.github.aspoperator.load.run;

import io.github.aspoperator.load.event.Stamp;
import io.github.aspoperator.load.judge.Errors;
import io.github.aspoperator.load.judge.Ledger;
import io.github.aspoperator.load.net.Loop;
import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What every part of a run reaches for: the loop, the books, the agents, who sends. */
final class Rig implements AutoCloseable {
  /** How many times the time to settle anything may take as long as it goes on. */
  private static final int LONGEST = 20;

  private final Setting setting;
  private final List<Agent> agents;
  private final Loop loop = new Loop();
  private final Ledger ledger;
  private final Errors errors = new Errors();
  private final Meter meter;
  private final Progress progress;
  private final List<Agent> senders = new ArrayList<>();

  /** With so many agents, or as many as there are, and a meter for so many seconds. */
  Rig(Setting setting, int wanted, int seconds) throws CannotRun {
    this.setting = setting;
    agents = setting.agents().take(wanted);
    ledger = new Ledger(agents.size());
    meter = new Meter(seconds);
    progress = new Progress(meter, errors, setting.progress());
    loop.every(Duration.ofSeconds(1), progress::line);
  }

  Setting setting() {
    return setting;
  }

  Loop loop() {
    return loop;
  }

  List<Agent> agents() {
    return agents;
  }

  Ledger ledger() {
    return ledger;
  }

  Errors errors() {
    return errors;
  }

  Meter meter() {
    return meter;
  }

  Progress progress() {
    return progress;
  }

  /**
   * Runs until the condition holds, or for the time to settle nothing more has come, or it takes
   * too long.
   */
  boolean settled(BooleanSupplier condition) {
    long before = -1;
    boolean holds = false;
    for (int i = 0; i < LONGEST && !holds && before < moved(); i++) {
      before = moved();
      holds = loop.runUntil(condition, setting.settle());
    }
    return holds;
  }

  /** The number of one more sender, which sends as that agent. */
  int senderNumber(Agent agent) {
    senders.add(agent);
    return senders.size() - 1;
  }

  /** A message with this stamp arrived at that agent; its own echo is not timed. */
  void heard(Agent agent, Stamp stamp, long at) {
    boolean ours = stamp.present() && stamp.sender() >= 0 && stamp.sender() < senders.size();
    if (ours && senders.get(stamp.sender()).number() != agent.number()) {
      meter.arrived(stamp.nanos(), at);
    }
  }

  private long moved() {
    return meter.accepted() + ledger.arrivedInAll();
  }

  @Override
  public void close() {
    loop.close();
  }
}
