package io.github.aspoperator.bed.coldstart;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;

/** A function that is measured, and what calls it. */
enum Subject {
  SEND("SendMessageFunction") {
    @Override
    void call(BedAgent agent, String session) {
      agent.say(session, "good morning");
    }
  },
  CONNECT("ConnectFunction") {
    @Override
    void call(BedAgent agent, String session) {
      try (Stream _ = agent.connect()) {
        // the handshake is all
      }
    }
  },
  DRAIN_STREAM("DrainStreamFunction") {
    @Override
    void call(BedAgent agent, String session) {
      agent.say(session, "good morning");
    }
  };

  private final String function;

  Subject(String function) {
    this.function = function;
  }

  /** Its id in the template. */
  String function() {
    return function;
  }

  /** Makes the function run once, by a call of {@code agent}. */
  abstract void call(BedAgent agent, String session);
}
