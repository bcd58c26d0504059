package io.github.aspoperator.delivery;

import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;

/**
 * The stints of one agent that matter after some mark: rising, the first one beginning at or before
 * it.
 *
 * @param rising at least one, {@link Stint#NONE} first when the agent was not joined before the
 *     mark
 */
public record Stints(List<Stint> rising) {

  /** A single stint. */
  static Stints of(Stint only) {
    return new Stints(List.of(only));
  }

  /** The first becoming-joined in (after, through], if there is one. */
  Optional<Stint> firstAfter(long after, long through) {
    for (Stint stint : rising) {
      if (stint.from() > after && stint.from() <= through) {
        return Optional.of(stint);
      }
    }
    return Optional.empty();
  }

  /** The last event seen as joined, as of just before {@code sequence}. */
  long seenBefore(long sequence) {
    long seen = 0;
    for (Stint stint : rising) {
      if (stint.from() < sequence) {
        seen = Math.min(stint.to(), sequence - 1);
      }
    }
    return seen;
  }
}
