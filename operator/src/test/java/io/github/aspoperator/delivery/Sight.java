package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.Stint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one agent may see of the first n events of a log, as explicit sets, read from section 5's
 * words on the raw events. It uses nothing that is for the log only.
 */
final class Sight {

  private final Handle agent;
  private final List<Set<Long>> visible = new ArrayList<>(List.of(Set.of()));
  private final List<Long> becomings = new ArrayList<>();
  private final List<Stint> stints = new ArrayList<>();
  private final Set<Long> ownAfterH = new HashSet<>();
  private boolean known;
  private boolean joined;
  private boolean invited;
  private long h;

  private Sight(Handle agent) {
    this.agent = agent;
  }

  static Sight of(Handle agent, List<Commit> log) {
    Sight sight = new Sight(agent);
    for (Commit commit : log) {
      commit.genesis().ifPresent(genesis -> sight.known = genesis.creator().equals(agent));
      if (commit.genesis().isPresent()) {
        sight.joined = sight.known;
        sight.stints.add(sight.joined ? Stint.since(0) : Stint.NONE);
      }
      commit.events().forEach(event -> sight.next(event, commit));
    }
    return sight;
  }

  /** Of the first {@code n} events. */
  Set<Long> at(long n) {
    return visible.get((int) n);
  }

  /** Sequences at which the agent became joined, rising. */
  List<Long> becomings() {
    return becomings;
  }

  /** Its stretches as joined, rising; {@link Stint#NONE} first unless it created the session. */
  List<Stint> stints() {
    return stints;
  }

  private void next(SessionEvent event, Commit commit) {
    boolean wasJoined = joined;
    boolean concerned =
        switch (event.payload()) {
          case Payload.Invited(var invitee, _, _, _) -> invitee.equals(agent);
          case Payload.Reopened reopened -> !reopened.by().equals(agent) && readmits(commit);
          case Payload.Ended _ -> invited;
          case Payload.Left(var who, _) -> who.equals(agent) && invited;
          default -> false;
        };
    step(event);
    boolean ownLeaving =
        event.payload() instanceof Payload.Left(var who, _) && who.equals(agent) && wasJoined;
    if (joined || ownLeaving) {
      h = event.sequence();
    }
    if (wasJoined && (!joined || becomings.contains(event.sequence()))) {
      int last = stints.size() - (joined ? 2 : 1);
      stints.set(last, stints.get(last).until(ownLeaving ? h : event.sequence() - 1));
    }
    if (concerned) {
      ownAfterH.add(event.sequence());
    }
    Set<Long> now = new HashSet<>(ownAfterH);
    for (long e = 1; e <= h; e++) {
      now.add(e);
    }
    visible.add(now);
  }

  /** How the agent stands after {@code event}. */
  private void step(SessionEvent event) {
    switch (event.payload()) {
      case Payload.Invited(var invitee, _, _, _) when invitee.equals(agent) -> {
        known = true;
        invited = true;
      }
      case Payload.Joined(var who, _) when who.equals(agent) -> becomesJoined(event);
      case Payload.Left(var who, _) when who.equals(agent) -> {
        joined = false;
        invited = false;
      }
      case Payload.Ended _ -> invited = false;
      case Payload.Reopened reopened -> {
        joined = false;
        if (reopened.by().equals(agent)) {
          becomesJoined(event);
        }
      }
      default -> {}
    }
  }

  private void becomesJoined(SessionEvent event) {
    joined = true;
    invited = false;
    becomings.add(event.sequence());
    stints.add(Stint.since(event.sequence()));
  }

  private boolean readmits(Commit commit) {
    return known
        && commit.events().stream()
            .anyMatch(e ->
                e.payload() instanceof Payload.Invited(var invitee, _, _, _)
                    && invitee.equals(agent));
  }
}
