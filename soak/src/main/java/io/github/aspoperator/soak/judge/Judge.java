package io.github.aspoperator.soak.judge;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.presence.Windows;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Fold;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Standing;
import io.github.aspoperator.simulation.check.Checks;
import io.github.aspoperator.simulation.check.Truth;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.Hearing;
import io.github.aspoperator.soak.play.Book;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simulation's judge, shown what clients saw and what the operator keeps. */
public final class Judge {

  private final Book book;
  private final Windows windows;

  /** Of what stands in {@code book}. */
  public Judge(Book book, Windows windows) {
    this.book = book;
    this.windows = windows;
  }

  /** How many events did not yet come to somebody who is connected and may see them. */
  public long missing(Map<SessionId, List<Commit>> kept) {
    Seen seen = new Seen(book, windows, kept);
    long missing = 0;
    for (SessionId session : seen.sessions()) {
      for (Handle agent : seen.agents(session)) {
        Truth truth = Truth.of(agent, seen.commits(session));
        Set<Long> got = new HashSet<>();
        boolean here = false;
        for (Hearing hearing : seen.hearings(agent)) {
          here |= hearing.isOpen();
          hearing.arrivals(session.text()).stream().map(Arrival::sequence).forEach(got::add);
        }
        if (here) {
          missing += truth.visible(truth.length()).stream().filter(e -> !got.contains(e)).count();
        }
      }
    }
    return missing;
  }

  /**
   * Everything that is wrong.
   *
   * @param atRest what was kept when everybody was there and nothing came any more
   * @param stopped what is kept behind an orderly stop
   */
  public List<String> judge(
      Map<SessionId, List<Commit>> atRest, Map<SessionId, List<Commit>> stopped) {
    Seen seen = new Seen(book, windows, atRest);
    Checks.ofAllThatWasSeen(seen);
    for (SessionId session : seen.sessions()) {
      List<Commit> commits = seen.commits(session);
      isDense(seen, session, commits);
      List<Commit> later = stopped.getOrDefault(session, List.of());
      if (!ids(commits, commits.size()).equals(ids(later, commits.size()))) {
        seen.found("invariant 1: the log of " + session + " is not what it was before the stop");
      }
      isShownAsHere(seen, session, commits);
    }
    List<String> all = new ArrayList<>(book.mishaps());
    all.addAll(seen.found());
    return all;
  }

  private static void isDense(Seen seen, SessionId session, List<Commit> commits) {
    long expected = 0;
    for (Commit commit : commits) {
      if (commit.key() != expected) {
        seen.found(
            "invariant 5: "
                + session
                + " has a commit at "
                + commit.key()
                + ", not at "
                + expected);
      }
      expected = commit.last() + 1;
    }
  }

  /** Everybody is there: so nobody is shown as away. */
  private static void isShownAsHere(Seen seen, SessionId session, List<Commit> commits) {
    if (commits.isEmpty()) {
      return;
    }
    SessionState state = Fold.begin(commits.getFirst());
    for (Commit commit : commits.subList(1, commits.size())) {
      state = Fold.apply(state, commit);
    }
    if (!state.roster().isActive()) {
      return;
    }
    for (Handle agent : seen.agents(session)) {
      boolean here = seen.hearings(agent).stream().anyMatch(Hearing::isOpen);
      boolean away =
          state
              .member(agent)
              .map(Member::standing)
              .filter(standing -> standing instanceof Standing.Joined joined && joined.away())
              .isPresent();
      if (here && away) {
        seen.found("presence: " + agent + " is there, and shown as away, in " + session);
      }
    }
  }

  /** The commits, in short. */
  private static List<Object> ids(List<Commit> commits, int most) {
    List<Object> ids = new ArrayList<>();
    commits.stream()
        .limit(most)
        .forEach(commit -> ids.add(List.of(commit.key(), commit.command())));
    return ids;
  }

  /** How many arrivals were not the first of their event at their agent. */
  public long repeated() {
    long repeated = 0;
    for (Handle agent : book.agents()) {
      long all = 0;
      Set<String> sessions = new HashSet<>();
      for (var line : book.lines(agent)) {
        all += line.received();
        sessions.addAll(line.sessions());
      }
      long first = 0;
      for (String session : sessions) {
        Set<Long> events = new HashSet<>();
        for (var line : book.lines(agent)) {
          line.arrivals(session).forEach(arrival -> events.add(arrival.sequence()));
        }
        first += events.size();
      }
      repeated += all - first;
    }
    return repeated;
  }
}
