package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Stint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands an agent its events leg by leg, in slices, as drain and replay do. */
final class Walker {

  private final Handle agent;
  private final History history;
  private final List<Long> handed = new ArrayList<>();
  private final Map<Long, Long> brought = new HashMap<>();
  private Mark mark = Mark.at(0);

  Walker(Handle agent, History history) {
    this.agent = agent;
    this.history = history;
  }

  /**
   * Hands over at most {@code most} events on the log up to {@code s}, with the stints that {@code
   * known}, a state from there on, tells.
   */
  void slice(long s, int most, SessionState known) {
    int left = most;
    while (left > 0) {
      Optional<Leg> leg = Leg.next(agent, stints(known), mark, s);
      if (leg.isEmpty()) {
        return;
      }
      Optional<SessionEvent> next = first(leg.get());
      Mark past = leg.get().past(next.map(SessionEvent::sequence).orElse(leg.get().last()));
      assertNotEquals(mark, past, "the mark does not move");
      mark = past;
      next.ifPresent(event -> {
        handed.add(event.sequence());
        if (leg.get() instanceof Leg.Run run) {
          brought.put(event.sequence(), run.joining());
        }
      });
      left -= next.isPresent() ? 1 : 0;
    }
  }

  private Optional<SessionEvent> first(Leg leg) {
    return history.events().stream()
        .filter(e -> e.sequence() > leg.after() && e.sequence() <= leg.last() && leg.includes(e))
        .findFirst();
  }

  private Stints stints(SessionState known) {
    Stint last = known.member(agent).map(member -> member.stint()).orElse(Stint.NONE);
    return complete(Stints.of(last), mark.through(), history);
  }

  /** Follows the chain back to {@code base}. */
  static Stints complete(Stints known, long base, History history) {
    PlayedLog log = new PlayedLog(history.commits());
    Stints stints = known;
    Optional<Stints> longer = Chain.back(stints, base, Cast.SESSION, log);
    while (longer.isPresent()) {
      stints = longer.get();
      longer = Chain.back(stints, base, Cast.SESSION, log);
    }
    return stints;
  }

  List<Long> handed() {
    return handed;
  }

  /** Which becoming-joined brought an event that was handed over in a run. */
  Map<Long, Long> brought() {
    return brought;
  }

  Mark mark() {
    return mark;
  }
}
