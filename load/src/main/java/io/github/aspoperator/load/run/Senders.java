package io.github.aspoperator.load.run;

import io.github.aspoperator.load.setup.Agent;
import io.github.aspoperator.load.setup.CannotRun;
import java.util.ArrayList;
import java.util.List;

/** Senders that connect, start and stop together. */
final class Senders {
  private final Rig rig;
  private final List<Sender> senders = new ArrayList<>();

  Senders(Rig rig) {
    this.rig = rig;
  }

  /** One more, which sends as that agent along that course. */
  void add(Agent agent, Course course) {
    senders.add(new Sender(rig, rig.senderNumber(agent), agent, course));
  }

  /** Connects all, so that no first message waits for it. */
  void open() throws CannotRun {
    senders.forEach(Sender::open);
    if (!rig.settled(() -> senders.stream().allMatch(Sender::isOpen))) {
      throw new CannotRun(
          "Not every sender could connect to " + rig.setting().target().url() + ".");
    }
  }

  void start() {
    senders.forEach(Sender::start);
  }

  /** Whether all have come to the end of their courses. */
  boolean idle() {
    return senders.stream().allMatch(Sender::isIdle);
  }

  /** Ends the connections; a message that still has no answer is an error. */
  void close() {
    for (Sender sender : senders) {
      if (!sender.isIdle()) {
        rig.errors().add("a message was never answered");
      }
      sender.close();
    }
  }
}
