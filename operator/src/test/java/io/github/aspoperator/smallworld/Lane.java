package io.github.aspoperator.smallworld;

/** What is done side by side, and how much of it at once. */
enum Lane {
  /** Drains: one of a session at a time, or two. */
  DRAIN(2),
  /** Replays: one of an agent at a time. */
  REPLAY(1),
  /** Handshakes, and connections that go. */
  CALL(4),
  /** Jobs. */
  JOB(2),
  /** Calls of agents and owners, held between their port calls. */
  ERRAND(3);

  /** Slots in all. */
  static final int SLOTS = 12;

  private final int width;

  Lane(int width) {
    this.width = width;
  }

  int first() {
    int first = 0;
    for (Lane lane : values()) {
      if (lane == this) {
        return first;
      }
      first += lane.width;
    }
    return first;
  }

  int width() {
    return width;
  }

  /** The lane of {@code slot}. */
  static Lane of(int slot) {
    for (Lane lane : values()) {
      if (slot < lane.first() + lane.width) {
        return lane;
      }
    }
    throw new IllegalArgumentException("no slot " + slot);
  }
}
