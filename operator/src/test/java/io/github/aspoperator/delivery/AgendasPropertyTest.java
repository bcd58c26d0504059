package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.Roster;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A pass plans for each member just what next(a, d, p, s) says, in whatever slices it comes. */
final class AgendasPropertyTest {

  private static final int ALL = 1_000;

  @Test
  void aPassPlansWhatTheDefinitionSays() {
    Property.holds(
        1_000,
        history -> {
          Random random = Property.choices(history);
          Pass pass = pass(history, random);
          int inlineRun = random.nextBoolean() ? ALL : random.nextInt(8);
          Progress plan =
              Agendas.plan(
                  pass,
                  Progress.NONE.from(pass.head()),
                  needed(pass, history, inlineRun),
                  inlineRun);
          for (Member member : pass.end().roster().members().all()) {
            check(member, pass, plan, history, inlineRun);
          }
        });
  }

  private static void check(
      Member member, Pass pass, Progress plan, History history, int inlineRun) {
    int index = member.index();
    Sight sight = Sight.of(member.handle(), history.commits());
    Mark start = Mark.at(Math.max(pass.head().sequence(), 0));
    List<Naive.Next> planned =
        plan.agendas().getOrDefault(index, List.of()).stream()
            .map(handed -> new Naive.Next(handed.event().sequence(), handed.mark()))
            .toList();
    List<Naive.Next> expected = expected(sight, start, pass.end().sequence());
    if (pass.head().lagging().has(index)) {
      expected = List.of();
    } else if (plan.owed().containsKey(index)) {
      assertEquals(start, plan.owed().get(index));
      assertTrue(inlineRun < ALL, "needlessly left behind");
      assertTrue(
          isInRun(expected.get(planned.size()), sight), "left behind otherwise than before a run");
      expected = expected.subList(0, planned.size());
    }
    assertTrue(longestRun(expected, sight) <= inlineRun, "too long to be handed over here");
    assertEquals(expected, planned, () -> member.handle() + " from " + start);
  }

  private static boolean isInRun(Naive.Next next, Sight sight) {
    return next.after().inRun() > 0 || sight.becomings().contains(next.event());
  }

  private static int longestRun(List<Naive.Next> expected, Sight sight) {
    int longest = 0;
    int run = 0;
    for (Naive.Next next : expected) {
      run = isInRun(next, sight) ? run + 1 : 0;
      longest = Math.max(longest, run);
      run = next.after().inRun() > 0 ? run : 0;
    }
    return longest;
  }

  private static List<Naive.Next> expected(Sight sight, Mark start, long s) {
    Naive naive = new Naive(sight);
    List<Naive.Next> all = new ArrayList<>();
    Optional<Naive.Next> next = naive.live(start, s);
    while (next.isPresent()) {
      all.add(next.get());
      next = naive.live(next.get().after(), s);
    }
    return all;
  }

  /** Some commits after some head, with some members lagging. */
  private static Pass pass(History history, Random random) {
    List<Commit> commits = history.commits();
    int drained = random.nextInt(commits.size());
    int through = random.nextInt(drained + 1, commits.size() + 1);
    MemberBits lagging = MemberBits.NONE;
    for (int i = 0; i < Cast.ALL.size(); i++) {
      lagging = random.nextInt(6) == 0 ? lagging.with(i) : lagging;
    }
    if (drained == 0) {
      return Pass.over(
          Bell.of(Cast.SESSION), Head.START, Optional.empty(), commits.subList(0, through));
    }
    SessionState state = history.states().get(drained - 1);
    Roster roster = state.roster();
    Head head = new Head(state.sequence(), state.at(), 1, lagging, roster.through());
    return Pass.over(
        Bell.of(Cast.SESSION), head, Optional.of(roster), commits.subList(drained, through));
  }

  /** Just the events before the head that the plan says it needs. */
  private static List<SessionEvent> needed(Pass pass, History history, int inlineRun) {
    OptionalLong after = Agendas.historyNeeded(pass, Progress.NONE.from(pass.head()), inlineRun);
    return history.events().stream()
        .filter(event -> after.isPresent() && event.sequence() > after.getAsLong())
        .filter(event -> event.sequence() <= pass.head().sequence())
        .toList();
  }
}
