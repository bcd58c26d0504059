package io.github.aspoperator.delivery;

import java.util.Optional;

/**
 * next(a, d, p, s) to the letter, on explicit sets: let j be the first becoming-joined of a in (d,
 * s]. If there is one: the smallest e in (p, j] with e &gt; d or e not visible to a just before j;
 * after e &lt; j: p = e; after j: d = j, p = 0. Else the smallest e in (d, s] visible at its own
 * position; d = e.
 */
record Naive(Sight sight) {

  /** The event that is next, and the mark after it. */
  record Next(long event, Mark after) {}

  Optional<Next> next(Mark mark, long s) {
    long d = mark.through();
    long p = mark.inRun();
    Optional<Long> joining = sight.becomings().stream().filter(j -> j > d && j <= s).findFirst();
    if (joining.isPresent()) {
      long j = joining.get();
      for (long e = p + 1; e <= j; e++) {
        if (e > d || !sight.at(j - 1).contains(e)) {
          return Optional.of(new Next(e, e < j ? new Mark(d, e) : new Mark(j, 0)));
        }
      }
    }
    for (long e = d + 1; e <= s; e++) {
      if (sight.at(e).contains(e)) {
        return Optional.of(new Next(e, new Mark(e, 0)));
      }
    }
    return Optional.empty();
  }

  /** What a drain hands over next: as if another had come just before each becoming-joined. */
  Optional<Next> live(Mark mark, long s) {
    long d = mark.through();
    Optional<Long> joining = sight.becomings().stream().filter(j -> j > d && j <= s).findFirst();
    if (joining.isEmpty() || mark.inRun() > 0) {
      return next(mark, s);
    }
    long before = joining.get() - 1;
    Optional<Next> course = next(mark, before);
    return course.isPresent() ? course : next(new Mark(before, 0), s);
  }
}
