package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Legs hand over just what next(a, d, p, s) says, wherever s is cut and a slice ends. */
final class LegPropertyTest {

  /** Up to where the log is drained, and how many events are handed over before it moves on. */
  private record Slice(long s, int most) {}

  @Test
  void legsHandOverWhatTheDefinitionSays() {
    Property.holds(1_000, history -> Cast.ALL.forEach(agent -> check(agent, history)));
  }

  private static void check(Handle agent, History history) {
    Random random = Property.choices(history);
    Sight sight = Sight.of(agent, history.commits());
    Naive naive = new Naive(sight);
    Walker legs = new Walker(agent, history);
    List<Long> handed = new ArrayList<>();
    Mark mark = Mark.at(0);
    for (Slice slice : slices(history.state().sequence(), random)) {
      Optional<Naive.Next> next = naive.next(mark, slice.s());
      for (int left = slice.most(); left > 0 && next.isPresent(); left--) {
        mark = next.get().after();
        assertTrue(sight.at(slice.s()).contains(next.get().event()), "handed unseen");
        handed.add(next.get().event());
        next = naive.next(mark, slice.s());
      }
      legs.slice(slice.s(), slice.most(), stateFrom(slice.s(), history, random));
      assertEquals(handed, legs.handed(), () -> agent + " " + slice);
    }
    assertEquals(handed.size(), new HashSet<>(handed).size(), "twice");
    assertEquals(sight.at(history.state().sequence()), new HashSet<>(handed), "all that is seen");
    assertRises(handed, sight.becomings());
  }

  /** Invariant 2: from one becoming-joined to the next, rising, but for the run that it opens. */
  private static void assertRises(List<Long> handed, List<Long> becomings) {
    boolean runs = false;
    for (int i = handed.size() - 1; i > 0; i--) {
      if (becomings.contains(handed.get(i))) {
        runs = true;
      }
      if (handed.get(i - 1) > handed.get(i)) {
        assertTrue(runs, "falls outside a run: " + handed);
        runs = false;
      }
    }
  }

  private static List<Slice> slices(long end, Random random) {
    List<Slice> slices =
        random
            .longs(random.nextInt(6), 0, end + 1)
            .sorted()
            .mapToObj(s -> new Slice(s, random.nextBoolean() ? 1_000 : random.nextInt(6)))
            .toList();
    List<Slice> all = new ArrayList<>(slices);
    all.add(new Slice(end, 1_000));
    return all;
  }

  /** Any state that knows the log up to {@code s}; a fresher one must not matter. */
  private static SessionState stateFrom(long s, History history, Random random) {
    List<SessionState> states =
        history.states().stream().filter(state -> state.sequence() >= s).toList();
    return states.get(random.nextInt(states.size()));
  }
}
