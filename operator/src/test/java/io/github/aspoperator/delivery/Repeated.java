package io.github.aspoperator.delivery;

import io.github.aspoperator.session.History;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.List;

/** What a stretch repeats, in its order. */
final class Repeated {

  private Repeated() {}

  /** The sequences. */
  static List<Long> by(Reach reach, History history) {
    List<Long> all = new ArrayList<>();
    add(all, reach, Reach.Part.COURSE, reach.after(), history);
    reach.afterForRun().ifPresent(after -> add(all, reach, Reach.Part.RUN, after, history));
    return all;
  }

  private static void add(
      List<Long> all, Reach reach, Reach.Part part, long after, History history) {
    for (SessionEvent event : history.events()) {
      boolean inReach = event.sequence() > after && event.sequence() <= reach.last(part);
      if (inReach && reach.includes(part, event)) {
        all.add(event.sequence());
      }
    }
  }
}
