package io.github.aspoperator.simulation.play;

import io.github.aspoperator.aws.dynamo.CommitItem;
import io.github.aspoperator.aws.dynamo.Item;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sessions as they truly are: what was put, in the order in which it was. */
public final class Logs {

  private final Map<SessionId, List<Commit>> commits = new LinkedHashMap<>();
  private final Map<SessionId, SessionState> states = new LinkedHashMap<>();
  private final Troubles troubles;

  /** No sessions yet; a hole in a log is one of the {@code troubles}. */
  Logs(Troubles troubles) {
    this.troubles = troubles;
  }

  Logs(Logs other, Troubles troubles) {
    this.troubles = troubles;
    other.commits.forEach((session, all) -> commits.put(session, new ArrayList<>(all)));
    states.putAll(other.states);
  }

  /** A new item of the log table; whose it is. */
  SessionId added(Map<String, AttributeValue> item) {
    Commit commit = CommitItem.commit(Item.of(item));
    SessionId session = commit.session();
    List<Commit> log = commits.computeIfAbsent(session, _ -> new ArrayList<>());
    long expected = log.isEmpty() ? 0 : log.getLast().last() + 1;
    if (commit.key() != expected) {
      troubles.found(
          "invariant 5: "
              + session.text()
              + " has a commit at "
              + commit.key()
              + ", not at "
              + expected);
    }
    log.add(commit);
    SessionState before = states.get(session);
    states.put(session, before == null ? Fold.begin(commit) : Fold.apply(before, commit));
    return session;
  }

  /** Every session there is. */
  public List<SessionId> sessions() {
    return List.copyOf(commits.keySet());
  }

  /** The commits of a session. */
  public List<Commit> commits(SessionId session) {
    return commits.getOrDefault(session, List.of());
  }

  /** Its last sequence, 0 when there is none. */
  public long length(SessionId session) {
    SessionState state = states.get(session);
    return state == null ? 0 : state.sequence();
  }

  /** How it stands, for choosing what to do next; no check rests on it. */
  public Optional<SessionState> state(SessionId session) {
    return Optional.ofNullable(states.get(session));
  }
}
