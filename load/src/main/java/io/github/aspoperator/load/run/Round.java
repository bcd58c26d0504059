package io.github.aspoperator.load.run;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Queue;

/** So many messages for each of many sessions, shared among senders session by session. */
final class Round {
  private final Queue<Integer> sessions;
  private final int each;

  Round(Collection<Integer> sessions, int each) {
    this.sessions = new ArrayDeque<>(sessions);
    this.each = each;
  }

  /** The course of one more sender. */
  Course course() {
    return new Course() {
      private int session = STOP;
      private int left;

      @Override
      public int next() {
        if (left == 0) {
          Integer taken = sessions.poll();
          session = taken == null ? STOP : taken;
          left = taken == null ? 0 : each;
        }
        left -= session == STOP ? 0 : 1;
        return session;
      }
    };
  }
}
