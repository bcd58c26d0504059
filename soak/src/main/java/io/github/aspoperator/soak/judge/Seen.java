package io.github.aspoperator.soak.judge;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.Hearing;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.soak.play.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What clients saw, beside what the operator keeps. */
final class Seen implements Evidence {

  private final Book book;
  private final Windows windows;
  private final Map<SessionId, List<Commit>> kept;
  private final Map<SessionId, Set<String>> agents = new HashMap<>();
  private final List<String> found = new ArrayList<>();

  Seen(Book book, Windows windows, Map<SessionId, List<Commit>> kept) {
    this.book = book;
    this.windows = windows;
    this.kept = new TreeMap<>(kept);
    Map<String, Long> lengths = new HashMap<>();
    kept.forEach((session, commits) -> {
      agents.put(session, new TreeSet<>());
      lengths.put(session.text(), commits.isEmpty() ? 0 : commits.getLast().last());
      commits.forEach(commit -> named(session, commit));
    });
    book.agents().forEach(this::heard);
    book.lengths(session -> lengths.getOrDefault(session, 0L));
  }

  private void named(SessionId session, Commit commit) {
    commit.genesis().ifPresent(genesis -> of(session).add(genesis.creator().text()));
    for (SessionEvent event : commit.events()) {
      if (event.payload() instanceof Payload.Invited invited) {
        of(session).add(invited.invitee().text());
      }
    }
  }

  private void heard(Handle agent) {
    for (var line : book.lines(agent)) {
      for (String text : line.sessions()) {
        SessionId session = SessionId.parse(text).orElseThrow();
        if (kept.containsKey(session)) {
          of(session).add(agent.text());
        } else {
          found("invariant 4: " + line + " is told of " + text + ", which nobody opened");
        }
      }
    }
  }

  private Set<String> of(SessionId session) {
    return agents.computeIfAbsent(session, _ -> new TreeSet<>());
  }

  @Override
  public List<SessionId> sessions() {
    return List.copyOf(kept.keySet());
  }

  @Override
  public List<Commit> commits(SessionId session) {
    return kept.getOrDefault(session, List.of());
  }

  /** Whoever was named in it, or was told of it. */
  @Override
  public List<Handle> agents(SessionId session) {
    return of(session).stream().map(Handle::of).toList();
  }

  @Override
  public List<? extends Hearing> hearings(Handle agent) {
    return book.lines(agent);
  }

  /** Clients read as many connections at once as there are. */
  @Override
  public boolean isOrdered() {
    return false;
  }

  @Override
  public boolean isCalm() {
    return false;
  }

  @Override
  public History history() {
    return book.history();
  }

  @Override
  public Windows windows() {
    return windows;
  }

  @Override
  public void found(String what) {
    found.add(what);
  }

  List<String> found() {
    return found;
  }
}
