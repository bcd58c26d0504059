package io.github.aspoperator.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was handed to an agent that lagged, and when: so that a stretch repeats what is recent, by
 * when it was handed out, however long ago it was written (protocol section 5).
 *
 * @param all earliest first
 */
public record Handouts(List<Handout> all) {

  /**
   * Some of it, without a break.
   *
   * @param from where it began: what comes after this mark was handed out
   * @param at when the last of it was, epoch milliseconds
   */
  public record Handout(Mark from, long at) {}

  /** Nothing was. */
  public static final Handouts NONE = new Handouts(List.of());

  /** So many at most are told apart. */
  static final int MOST = 16;

  /** Copies the list. */
  public Handouts {
    all = List.copyOf(all);
  }

  /**
   * With one more. What is {@code span} milliseconds older is forgotten; what lies closer together
   * than a fraction of that is one from then on.
   */
  public Handouts and(Handout last, long span) {
    List<Handout> next = new ArrayList<>();
    for (Handout handout : all) {
      if (handout.at() > last.at() - span) {
        add(next, handout, span);
      }
    }
    add(next, last, span);
    return new Handouts(next);
  }

  private static void add(List<Handout> next, Handout handout, long span) {
    if (!next.isEmpty()) {
      Handout before = next.getLast();
      long at = Math.max(before.at(), handout.at());
      if (at / (span / MOST) == before.at() / (span / MOST)) {
        next.set(next.size() - 1, new Handout(lesser(before.from(), handout.from()), at));
        return;
      }
    }
    next.add(handout);
  }

  /** All of these, behind {@code earlier}. */
  public Handouts behind(Handouts earlier, long span) {
    Handouts both = earlier;
    for (Handout handout : all) {
      both = both.and(handout, span);
    }
    return both;
  }

  /** Where it began, what was handed out since {@code moment}, epoch milliseconds. */
  public Optional<Mark> since(long moment) {
    return all.stream()
        .filter(handout -> handout.at() >= moment)
        .map(Handout::from)
        .reduce(Handouts::lesser);
  }

  private static Mark lesser(Mark one, Mark other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
