package io.github.aspoperator.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Checks a claim on random histories. A failure names the seed that repeats it and the shortest
 * plan found that still fails.
 */
public final class Property {

  private static final long SEED = Long.getLong("test.seed", new Random().nextLong());

  private Property() {}

  /** Whether {@code claim} holds for {@code tries} random plans. */
  public static void holds(int tries, Consumer<History> claim) {
    for (int i = 0; i < tries; i++) {
      Plan plan = Plan.draw(new Random(SEED + i * 0x9e37_79b9_7f4a_7c15L));
      Optional<Throwable> failure = failure(plan, claim);
      if (failure.isPresent()) {
        Plan small = shrink(plan, claim);
        Throwable why = failure(small, claim).orElseThrow();
        String message = "-Dtest.seed=" + SEED + ", try " + i + ": " + why + "\nof " + small;
        throw new AssertionError(message, failure.get());
      }
    }
  }

  /** A source of choices that a claim makes itself; the same for the same history. */
  public static Random choices(History history) {
    return new Random(SEED ^ history.events().size());
  }

  private static Optional<Throwable> failure(Plan plan, Consumer<History> claim) {
    try {
      claim.accept(History.of(plan));
      return Optional.empty();
    } catch (RuntimeException | AssertionError e) {
      return Optional.of(e);
    }
  }

  /** Drops what can be dropped: long stretches first, then single moves. */
  static Plan shrink(Plan plan, Consumer<History> claim) {
    Plan smallest = plan;
    for (int stretch = plan.moves().size(); stretch > 0; stretch /= 2) {
      for (int from = 0; from + stretch <= smallest.moves().size(); ) {
        List<Move> fewer = new ArrayList<>(smallest.moves());
        fewer.subList(from, from + stretch).clear();
        Plan smaller = new Plan(plan.create(), fewer);
        if (failure(smaller, claim).isPresent()) {
          smallest = smaller;
        } else {
          from++;
        }
      }
    }
    return smallest;
  }
}
