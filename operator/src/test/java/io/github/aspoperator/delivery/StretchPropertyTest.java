package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.session.Cast;
import io.github.aspoperator.session.History;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Property;
import io.github.aspoperator.session.SessionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * A stretch repeats what was handed out lately: what was created since some moment, what becoming
 * joined since then has brought, and what a replay finished since then has sent (section 5).
 */
final class StretchPropertyTest {

  @Test
  void whatWasHandedOutLatelyIsRepeated() {
    forEveryMember((lately, repeated) -> {
      assertTrue(repeated.containsAll(lately), () -> lately + " but only " + repeated);
    });
  }

  @Test
  void nothingOlderIsRepeated() {
    forEveryMember((lately, repeated) -> {
      assertTrue(lately.containsAll(repeated), () -> repeated + " but " + lately);
    });
  }

  private static void forEveryMember(BiConsumer<Set<Long>, Set<Long>> check) {
    Property.holds(
        1_000,
        history ->
            history
                .state()
                .roster()
                .members()
                .all()
                .forEach(member -> check(member, history, check)));
  }

  /** The member lagged from some point on, and its replay has just finished. */
  private static void check(
      Member member, History history, BiConsumer<Set<Long>, Set<Long>> check) {
    Handle agent = member.handle();
    Random random = Property.choices(history);
    long end = history.state().sequence();
    Walker walker = new Walker(agent, history);
    walker.slice(random.nextLong(end + 1), random.nextInt(20), history.state());
    Mark from = walker.mark();
    int before = walker.handed().size();
    walker.slice(end, Integer.MAX_VALUE, history.state());
    List<Long> replayed = walker.handed().subList(before, walker.handed().size());

    long since = history.state().at() - random.nextInt(100);
    long old = lastBefore(since, history);
    Set<Long> lately = new HashSet<>(replayed);
    walker.handed().stream().filter(handed -> handed > old).forEach(lately::add);
    Sight sight = Sight.of(agent, history.commits());
    walker
        .brought()
        .forEach((event, joining) -> {
          if (joining > old && !sight.at(joining - 1).contains(event)) {
            lately.add(event);
          }
        });
    check.accept(lately, repeated(lag(member, from, walker.mark(), since), history, since, old));
  }

  private static long lastBefore(long since, History history) {
    return history.events().stream()
        .filter(event -> event.createdAt() < since)
        .mapToLong(SessionEvent::sequence)
        .max()
        .orElse(0);
  }

  private static Set<Long> repeated(Lag lag, History history, long since, long old) {
    Head head = new Head(history.state().sequence(), 0, 1, MemberBits.NONE, 0);
    Reach first =
        Reach.of(lag.agent(), Optional.of(lag), head, history.state(), since).orElseThrow();
    Reach recent = first.recentAfter(old);
    Reach reach = recent.with(Walker.complete(recent.stints(), recent.base(), history));
    return Set.copyOf(Repeated.by(reach, history));
  }

  private static Lag lag(Member member, Mark from, Mark mark, long doneAt) {
    return new Lag(
        member.handle(),
        Cast.SESSION,
        member.index(),
        mark,
        new Ulid(1, 1),
        from,
        1,
        new Handouts(List.of(new Handouts.Handout(from, doneAt))),
        OptionalLong.of(doneAt));
  }
}
