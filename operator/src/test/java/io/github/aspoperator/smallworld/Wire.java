package io.github.aspoperator.smallworld;

import java.util.ArrayList;
import java.util.List;

/**
 * One connection of the agent, as its client has it.
 *
 * @param status as the transport has it
 * @param owed whether it was opened beside another or after an unclean drop, or missed what others
 *     took: then it may get again what was handed to others
 * @param base how many events had been handed to the agent before, that it need not get
 * @param got first arrivals on it, in their order
 */
record Wire(Status status, boolean owed, int base, List<Long> got) {

  enum Status {
    /** Not there yet. */
    UNUSED,
    /** Its handshake is at work. */
    CONNECTING,
    /** Its handshake is accepted, and the answer on its way. */
    ANSWERING,
    /** It takes what is posted. */
    OPEN,
    /** It takes no more. */
    STUCK,
    /** It died without a close: the transport takes what nobody gets. */
    SWALLOWING,
    /** It is gone. */
    CLOSED
  }

  static final Wire UNUSED = new Wire(Status.UNUSED, false, 0, List.of());

  Wire with(Status next) {
    return new Wire(next, owed, base, got);
  }

  /** Recorded alone, after a clean drop: what was {@code handed} is not handed to it again. */
  Wire alone(int handed) {
    return new Wire(status, false, handed, got);
  }

  /** It must get all but what was handed to the agent too long {@code ago} to be repeated. */
  Wire owing(int ago) {
    return new Wire(status, true, ago, got);
  }

  /** It is owed a stretch, but of a session that the agent is out of it gets none. */
  Wire excused(int handed) {
    return new Wire(status, owed, handed, got);
  }

  Wire with(long sequence) {
    List<Long> next = new ArrayList<>(got);
    next.add(sequence);
    return new Wire(status, owed, base, List.copyOf(next));
  }

  /** Whether the transport still knows it, in whatever shape. */
  boolean isAlive() {
    return switch (status) {
      case CONNECTING, ANSWERING, OPEN, STUCK -> true;
      case UNUSED, SWALLOWING, CLOSED -> false;
    };
  }
}
