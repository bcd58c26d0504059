package io.github.aspoperator.soak.home;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads whole logs. */
final class Kept {

  private static final int PAGE_BYTES = 4 << 20;

  private Kept() {}

  static Map<SessionId, List<Commit>> of(SessionLog log, Collection<SessionId> sessions) {
    Map<SessionId, List<Commit>> all = new LinkedHashMap<>();
    sessions.forEach(session -> all.put(session, commits(log, session)));
    return all;
  }

  private static List<Commit> commits(SessionLog log, SessionId session) {
    List<Commit> all = new ArrayList<>();
    long after = -1;
    List<Commit> page = log.read(session, after, PAGE_BYTES);
    while (!page.isEmpty()) {
      all.addAll(page);
      after = page.getLast().last();
      page = log.read(session, after, PAGE_BYTES);
    }
    return all;
  }
}
