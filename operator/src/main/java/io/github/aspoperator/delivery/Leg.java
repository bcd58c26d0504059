package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.Stint;
import java.util.Optional;

/**
 * What is next for an agent in a session: pure, used by drain and replay alike, on the log up to
 * some s and never on a fresher state. Either the run that the next becoming-joined opens, or the
 * ordinary course up to s.
 */
public sealed interface Leg {

  /** Candidates come after this sequence. */
  long after();

  /** The last candidate. */
  long last();

  /** Whether {@code event}, one of the candidates, is to be handed over. */
  boolean includes(SessionEvent event);

  /**
   * The mark once everything up to {@code sequence}, one of the candidates, was handed over or
   * passed over.
   */
  Mark past(long sequence);

  /** The leg at {@code mark}, on the log up to {@code s}; empty when the mark is there. */
  static Optional<Leg> next(Handle agent, Stints stints, Mark mark, long s) {
    Optional<Stint> joining = stints.firstAfter(mark.through(), s);
    if (joining.isPresent()) {
      long j = joining.get().from();
      return Optional.of(new Run(agent, mark, j, stints.seenBefore(j)));
    }
    return mark.through() < s
        ? Optional.of(new Course(agent, mark.through(), s, stints.seenBefore(s + 1)))
        : Optional.empty();
  }

  /**
   * The same for whoever is handed things live: as if a drain had come just before each
   * becoming-joined. So all drains that may be at work at once have one order, however far each of
   * them has read.
   */
  static Optional<Leg> live(Handle agent, Stints stints, Mark mark, long s) {
    Optional<Stint> joining = stints.firstAfter(mark.through(), s);
    long before = joining.map(stint -> stint.from() - 1).orElse(s);
    return mark.inRun() == 0 && mark.through() < before
        ? next(agent, stints, mark, before)
        : next(agent, stints, mark, s);
  }

  /**
   * Becoming joined at {@code joining} opens a run: everything up to there that was never handed
   * over, rising.
   *
   * @param agent whose
   * @param mark where it stands
   * @param joining the becoming-joined
   * @param seen the last event it saw as joined just before
   */
  record Run(Handle agent, Mark mark, long joining, long seen) implements Leg {
    @Override
    public long after() {
      // what was seen as joined before the mark was handed over before the mark
      return Math.max(mark.inRun(), Math.min(seen, mark.through()));
    }

    @Override
    public long last() {
      return joining;
    }

    @Override
    public boolean includes(SessionEvent event) {
      return event.sequence() > mark.through() || !Eligibility.visible(agent, seen, event);
    }

    @Override
    public Mark past(long sequence) {
      return sequence == joining ? Mark.at(joining) : new Mark(mark.through(), sequence);
    }

    /** How many events it may hold at most. */
    long size() {
      return joining - after();
    }
  }

  /**
   * Between two becomings-joined: what is visible at its own position.
   *
   * @param agent whose
   * @param after what was handed over
   * @param last s
   * @param seen the last event up to s that it saw as joined
   */
  record Course(Handle agent, long after, long last, long seen) implements Leg {
    @Override
    public boolean includes(SessionEvent event) {
      return Eligibility.visible(agent, seen, event);
    }

    @Override
    public Mark past(long sequence) {
      return Mark.at(sequence);
    }
  }
}
