package io.github.aspoperator.load.event;

import java.util.Arrays;

/** The events of the protocol; {@link #OTHER} is what another operator may add. */
public enum EventType {
  MESSAGE("session.message"),
  INVITED("session.invited"),
  JOINED("session.joined"),
  LEFT("session.left"),
  DISCONNECTED("session.disconnected"),
  RECONNECTED("session.reconnected"),
  ENDED("session.ended"),
  REOPENED("session.reopened"),
  OTHER("");

  private static final EventType[] ALL = values();
  private static final byte[][] WORDS =
      Arrays.stream(ALL).map(type -> Words.of(type.word)).toArray(byte[][]::new);

  private final String word;

  EventType(String word) {
    this.word = word;
  }

  static EventType read(byte[] a, int from, int to) {
    for (int i = 0; i < WORDS.length; i++) {
      if (Words.same(WORDS[i], a, from, to)) {
        return ALL[i];
      }
    }
    return OTHER;
  }
}
