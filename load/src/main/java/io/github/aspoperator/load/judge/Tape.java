package io.github.aspoperator.load.judge;

/** Events in the order in which they came: twelve bytes each. */
final class Tape {
  private final Ints numbers = new Ints();

  int size() {
    return numbers.size() / 3;
  }

  /** Keeps one event; the mark tells its kind, and one message from another. */
  void add(int session, int sequence, int mark) {
    numbers.add(session);
    numbers.add(sequence);
    numbers.add(mark);
  }

  int session(int at) {
    return numbers.get(3 * at);
  }

  int sequence(int at) {
    return numbers.get(3 * at + 1);
  }

  int mark(int at) {
    return numbers.get(3 * at + 2);
  }
}
