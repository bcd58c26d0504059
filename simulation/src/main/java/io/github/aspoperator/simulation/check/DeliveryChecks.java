package io.github.aspoperator.simulation.check;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.simulation.evidence.Arrival;
import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.Hearing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Who was handed what, in which order, how often (invariants 1 to 4). */
final class DeliveryChecks {

  /** One connection, and what came over it of the session. */
  private record Heard(Hearing hearing, List<Arrival> arrivals) {}

  private final Evidence evidence;
  private final Handle agent;
  private final String session;
  private final List<Commit> commits;
  private final Truth truth;
  private final List<Heard> all;

  private DeliveryChecks(Evidence evidence, Handle agent, SessionId session) {
    this.evidence = evidence;
    this.agent = agent;
    this.session = session.text();
    this.commits = evidence.commits(session);
    this.truth = Truth.of(agent, commits);
    this.all = new ArrayList<>();
    for (Hearing hearing : evidence.hearings(agent)) {
      all.add(new Heard(hearing, hearing.arrivals(this.session)));
    }
  }

  /** What a dead connection swallowed, and nobody has promised to hand over again. */
  @FunctionalInterface
  interface Lost {
    boolean mayBe(Handle agent, SessionEvent event);
  }

  static void of(Evidence evidence, Lost lost) {
    boolean calm = evidence.isCalm();
    for (SessionId session : evidence.sessions()) {
      for (Handle agent : evidence.agents(session)) {
        DeliveryChecks checks = new DeliveryChecks(evidence, agent, session);
        checks.all(lost);
        if (calm) {
          checks.nothingTwice();
        }
      }
    }
  }

  private void all(Lost lost) {
    List<Arrival> arrivals = merged(all);
    for (Arrival arrival : arrivals) {
      if (!truth.isVisible(arrival.sequence(), arrival.log())) {
        found("invariant 4: " + arrival.sequence() + " is not for");
      }
    }
    if (evidence.isOrdered() || isOneAfterTheOther()) {
      List<Long> handed = firsts(List.of(), arrivals);
      if (!truth.isInOrder(handed)) {
        found("invariant 2: " + Told.shortly(handed) + " is a loss or swap for");
      }
    }
    all.forEach(heard -> inOrder(heard, arrivals));
    complete(lost);
  }

  private static List<Arrival> merged(List<Heard> some) {
    return some.stream()
        .flatMap(heard -> heard.arrivals().stream())
        .sorted(Comparator.comparingLong(Arrival::order))
        .toList();
  }

  /** Whether the last came over each connection before the first over the next. */
  private boolean isOneAfterTheOther() {
    long last = Long.MIN_VALUE;
    for (Heard heard : all) {
      if (!heard.arrivals().isEmpty()) {
        if (heard.arrivals().getFirst().order() < last) {
          return false;
        }
        last = heard.arrivals().getLast().order();
      }
    }
    return true;
  }

  private static List<Long> firsts(List<Long> before, List<Arrival> arrivals) {
    List<Long> firsts = new ArrayList<>(before);
    Set<Long> there = new HashSet<>(before);
    for (Arrival arrival : arrivals) {
      if (there.add(arrival.sequence())) {
        firsts.add(arrival.sequence());
      }
    }
    return firsts;
  }

  private void inOrder(Heard heard, List<Arrival> arrivals) {
    List<Arrival> own = heard.arrivals();
    if (own.isEmpty()) {
      return;
    }
    long first = own.getFirst().order();
    List<Long> before =
        firsts(List.of(), arrivals.stream().filter(a -> a.order() < first).toList());
    boolean fits =
        switch (heard.hearing().start()) {
          case BEHIND -> truth.isInOrder(firsts(before, own));
          case ALL_ANEW -> truth.isInOrder(firsts(List.of(), own));
          case SOME_ANEW -> fitsSomewhere(before, own) || fitsBesideAnother(heard, first);
        };
    if (!fits) {
      found(
          "invariant 2: "
              + heard.hearing()
              + " has got "
              + Told.shortly(own.stream().map(Arrival::sequence).toList())
              + " behind "
              + Told.shortly(before)
              + ", a loss or swap for");
    }
  }

  /** Behind some beginning of what came before; mostly behind what came before its own first. */
  private boolean fitsSomewhere(List<Long> before, List<Arrival> own) {
    int likely = before.indexOf(own.getFirst().sequence());
    return fits(before, likely < 0 ? before.size() : likely, own)
        || IntStream.rangeClosed(0, before.size()).anyMatch(k -> fits(before, k, own));
  }

  private boolean fits(List<Long> before, int length, List<Arrival> own) {
    return truth.isInOrder(firsts(before.subList(0, length), own));
  }

  /** What the client had not read yet of another connection is known from what it read later. */
  private boolean fitsBesideAnother(Heard heard, long first) {
    return !evidence.isOrdered()
        && all.stream()
            .filter(other -> !other.arrivals().isEmpty())
            .filter(other -> other.arrivals().getFirst().order() < first)
            .filter(other -> other.arrivals().getLast().order() > first)
            .anyMatch(other -> {
              List<Arrival> before =
                  merged(all).stream()
                      .filter(a -> a.order() < other.arrivals().getFirst().order())
                      .toList();
              return fitsSomewhere(
                  firsts(firsts(List.of(), before), other.arrivals()), heard.arrivals());
            });
  }

  /** Who is connected has everything. */
  private void complete(Lost lost) {
    if (all.stream().noneMatch(heard -> heard.hearing().isOpen())) {
      return;
    }
    Set<Long> got = new HashSet<>();
    all.forEach(heard ->
        heard.arrivals().stream().filter(Arrival::got).forEach(a -> got.add(a.sequence())));
    Set<Long> visible = new HashSet<>(truth.visible(truth.length()));
    List<Long> missing =
        commits.stream()
            .flatMap(commit -> commit.events().stream())
            .filter(event -> visible.contains(event.sequence()))
            .filter(event -> !got.contains(event.sequence()))
            .filter(event -> !lost.mayBe(agent, event))
            .map(SessionEvent::sequence)
            .toList();
    if (!missing.isEmpty()) {
      found("invariant 1: " + Told.shortly(missing) + " never came to");
    }
  }

  /** Without a fault; but a stretch may meet what comes live (invariant 3). */
  private void nothingTwice() {
    List<Heard> behind =
        all.stream()
            .filter(heard -> heard.hearing().start() == Hearing.Start.BEHIND)
            .filter(heard -> !heard.hearing().wasEarly())
            .toList();
    for (Heard heard : behind) {
      Set<Long> own = new HashSet<>();
      heard.arrivals().forEach(arrival -> own.add(arrival.sequence()));
      if (own.size() < heard.arrivals().size()) {
        found("invariant 3: " + heard.hearing() + " is told twice, of");
      }
      boolean again =
          behind.stream()
              .flatMap(other -> other.arrivals().stream())
              .anyMatch(a -> a.order() <= heard.hearing().began() && own.contains(a.sequence()));
      if (again) {
        found("invariant 3: " + heard.hearing() + " is told again, of");
      }
    }
  }

  private void found(String what) {
    evidence.found(what + " " + agent.text() + " in " + session);
  }
}
