package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Eligibility is one function of the log (section 5, invariant 4), at the end of every commit. */
final class VisibilityPropertyTest {

  @Test
  void whatAMemberSeesIsWhatTheWordsSay() {
    Property.holds(1_000, history -> Cast.ALL.forEach(agent -> check(agent, history)));
  }

  private static void check(Handle agent, History history) {
    Sight sight = Sight.of(agent, history.commits());
    for (SessionState state : history.states()) {
      List<SessionEvent> log = history.events().subList(0, (int) state.sequence());
      Set<Long> seen =
          state
              .member(agent)
              .map(member ->
                  log.stream()
                      .filter(e -> Eligibility.visible(agent, member.stint().to(), e))
                      .map(SessionEvent::sequence)
                      .collect(Collectors.toSet()))
              .orElse(Set.of());
      assertEquals(sight.at(state.sequence()), seen, () -> agent + " at " + state.sequence());
    }
  }
}
