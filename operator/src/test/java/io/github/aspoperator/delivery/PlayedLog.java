package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;

/** A log to read from, one commit at a time. */
record PlayedLog(List<Commit> commits) implements SessionLog {

  @Override
  public List<Commit> read(SessionId session, long after, int maxBytes) {
    return commits.stream().filter(commit -> commit.last() > after).limit(1).toList();
  }

  @Override
  public Appended append(Commit commit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<SessionState> state(SessionId session) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long lastBefore(SessionId session, long millis) {
    throw new UnsupportedOperationException();
  }
}
