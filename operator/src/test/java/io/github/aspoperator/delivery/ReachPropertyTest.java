package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.SessionState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A stretch repeats what was handed to the agent, as far as log and mark tell (section 5). */
final class ReachPropertyTest {

  private static final long RECENT = 10;

  @Test
  void ofALaggardItIsWhatWasHandedOver() {
    Property.holds(1_000, history -> Cast.ALL.forEach(agent -> checkLagging(agent, history)));
  }

  private static void checkLagging(Handle agent, History history) {
    Optional<Member> member = history.state().member(agent);
    if (member.isEmpty()) {
      return;
    }
    Random random = Property.choices(history);
    long end = history.state().sequence();
    Walker walker = new Walker(agent, history);
    long s = random.nextLong(end + 1);
    walker.slice(s, random.nextInt(20), history.state());
    Mark from = walker.mark();
    int before = walker.handed().size();
    walker.slice(random.nextLong(s, end + 1), random.nextInt(20), history.state());
    Reach reach = reach(agent, history, Optional.of(lag(member.get(), from, walker.mark())));
    assertEquals(Set.copyOf(walker.handed()), included(reach, history));
    List<Long> replayed = walker.handed().subList(before, walker.handed().size());
    Reach old = reach.recentAfter(end);
    List<Long> repeated = Repeated.by(old, history);
    assertTrue(repeated.containsAll(replayed), "what the replay sent, however old");
  }

  @Test
  void ofAnyOtherItIsAllThatItMaySee() {
    Property.holds(
        200,
        history -> {
          for (Member member : history.state().roster().members().all()) {
            Handle agent = member.handle();
            Sight sight = Sight.of(agent, history.commits());
            assertEquals(
                sight.at(history.state().sequence()),
                included(reach(agent, history, Optional.empty()), history));
          }
        });
  }

  @Test
  void nothingIsRepeatedOfASessionInWhichNothingHappenedLately() {
    Property.holds(
        50,
        history -> {
          SessionState state = history.state();
          Member creator = state.roster().members().get(0);
          Optional<Lag> old = Optional.of(lag(creator, Mark.at(0), Mark.at(0)));
          for (Optional<Lag> lag : List.of(old, Optional.<Lag>empty())) {
            long since = Math.max(state.at(), RECENT) + 1;
            assertEquals(
                Optional.empty(), Reach.of(creator.handle(), lag, drained(state), state, since));
          }
        });
  }

  private static Head drained(SessionState state) {
    return new Head(state.sequence(), state.at(), 1, MemberBits.NONE, 0);
  }

  private static Reach reach(Handle agent, History history, Optional<Lag> lag) {
    MemberBits lagging = lag.map(l -> MemberBits.NONE.with(l.member())).orElse(MemberBits.NONE);
    Head head = new Head(history.state().sequence(), 0, 1, lagging, 0);
    Reach reach = Reach.of(agent, lag, head, history.state(), RECENT).orElseThrow().recentAfter(0);
    return reach.with(Walker.complete(reach.stints(), reach.base(), history));
  }

  private static Lag lag(Member member, Mark from, Mark mark) {
    return new Lag(
        member.handle(),
        Cast.SESSION,
        member.index(),
        mark,
        new Ulid(1, 1),
        from,
        1,
        new Handouts(List.of(new Handouts.Handout(from, RECENT))),
        OptionalLong.empty());
  }

  private static Set<Long> included(Reach reach, History history) {
    return Set.copyOf(Repeated.by(reach, history));
  }
}
