package io.github.aspoperator.load.judge;

/** Which two agents listen in which session; each has a slot, numbered over all sessions. */
final class Members {
  /** In place of an agent: nobody listens there. */
  static final int NOBODY = -1;

  private final Ints agents = new Ints();

  void set(int session, int first, int second) {
    agents.set(2 * session, first + 1);
    agents.set(2 * session + 1, second + 1);
  }

  int slots() {
    return agents.size();
  }

  /** Whether this run made that session. */
  boolean known(int session) {
    return agents.get(2 * session) != 0 || agents.get(2 * session + 1) != 0;
  }

  boolean listens(int slot) {
    return agents.get(slot) != 0;
  }

  /** The slot of an agent in a session, or {@link #NOBODY}. */
  int slot(int session, int agent) {
    int first = 2 * session;
    if (agents.get(first) == agent + 1) {
      return first;
    }
    return agents.get(first + 1) == agent + 1 ? first + 1 : NOBODY;
  }
}
