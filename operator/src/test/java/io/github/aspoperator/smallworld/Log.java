package io.github.aspoperator.smallworld;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of one session, as a place in the tree of all logs there may be: equal logs are one
 * object, so that what is known of a log is found out once.
 */
final class Log {

  private final SessionId session;
  private final List<Commit> commits;
  private final Optional<SessionState> state;
  private final Map<Commit, Log> longer = new HashMap<>();
  private final Map<Handle, Truth> truths = new HashMap<>();

  private Log(SessionId session, List<Commit> commits, Optional<SessionState> state) {
    this.session = session;
    this.commits = commits;
    this.state = state;
  }

  /** A log without a commit, at the root of a tree of its own. */
  static Log empty(SessionId session) {
    return new Log(session, List.of(), Optional.empty());
  }

  SessionId session() {
    return session;
  }

  List<Commit> commits() {
    return commits;
  }

  Optional<SessionState> state() {
    return state;
  }

  /** Where the next commit goes. */
  long nextKey() {
    return state.map(SessionState::nextKey).orElse(0L);
  }

  /** The last sequence. */
  long last() {
    return state.map(SessionState::sequence).orElse(-1L);
  }

  /** With one commit more. */
  Log with(Commit commit) {
    return longer.computeIfAbsent(
        commit,
        _ -> {
          List<Commit> all = new ArrayList<>(commits);
          all.add(commit);
          SessionState next =
              state.map(s -> Fold.apply(s, commit)).orElseGet(() -> Fold.begin(commit));
          return new Log(session, List.copyOf(all), Optional.of(next));
        });
  }

  /** What {@code agent} must be handed of it. */
  Truth truth(Handle agent) {
    return truths.computeIfAbsent(agent, _ -> Truth.of(agent, commits));
  }

  @Override
  public String toString() {
    return session.text().charAt(session.text().length() - 1) + ":" + commits.size();
  }
}
