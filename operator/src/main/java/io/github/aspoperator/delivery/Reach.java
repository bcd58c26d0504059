package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.SessionState;
import io.github.aspoperator.session.Stint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What of one session a stretch repeats: what was handed to the agent since some moment. Pure.
 *
 * @param agent whose
 * @param replayed where it began, what replays have handed over since that moment, however old
 * @param lagging whether it is lagging: then only what was handed over counts, else everything up
 *     to the end
 * @param mark where it stands: of the lag, or the end of the log
 * @param stints complete from {@link #base} on
 * @param old the last sequence from before that moment, or of the head, if that is less
 */
record Reach(
    Handle agent, Optional<Mark> replayed, boolean lagging, Mark mark, Stints stints, long old) {

  /**
   * The reach in {@code state}, whose {@code head} was read before it; empty when nothing was
   * handed out since {@code since}, epoch milliseconds. What is old is still to be found out.
   */
  static Optional<Reach> of(
      Handle agent, Optional<Lag> known, Head head, SessionState state, long since) {
    Optional<Member> member = state.member(agent);
    if (member.isEmpty()) {
      return Optional.empty();
    }
    boolean lagging =
        head.lagging().has(member.get().index()) && known.filter(Lag::isOpen).isPresent();
    Optional<Mark> replayed = known.flatMap(lag -> lag.handouts().since(since));
    long drained = Math.max(head.sequence(), 0);
    if (state.at() < since && state.sequence() <= drained && replayed.isEmpty()) {
      return Optional.empty();
    }
    Mark mark = lagging ? known.orElseThrow().mark() : Mark.at(state.sequence());
    Stint last = member.get().stint();
    return Optional.of(new Reach(agent, replayed, lagging, mark, Stints.of(last), drained));
  }

  /**
   * Whether it became joined behind {@code head}, so that a run is still to be handed over, by
   * whoever does it.
   */
  boolean isBecomingJoined(Head head) {
    return !lagging && stints.rising().getLast().from() > Math.max(head.sequence(), 0);
  }

  /**
   * Of which nothing up to {@code sequence} is recent. What is behind the head is, whenever it was
   * written: it is handed over now, if it was at all.
   */
  Reach recentAfter(long sequence) {
    return new Reach(agent, replayed, lagging, mark, stints, Math.min(sequence, old));
  }

  /** Stints must be known from here on. */
  long base() {
    long recent = Math.min(old, mark.through());
    return replayed.map(from -> Math.min(from.through(), recent)).orElse(recent);
  }

  Reach with(Stints longer) {
    return new Reach(agent, replayed, lagging, mark, longer, old);
  }

  /** The two parts of a stretch, in this order: what was handed over before a run comes first. */
  enum Part {
    /** What was handed over up to the mark. */
    COURSE,
    /** What was handed over of the run that a replay is in the middle of. */
    RUN
  }

  /** Nothing of the course at or before this sequence is looked at. */
  long after() {
    long first = Math.min(old, firstReplayed().map(Leg::after).orElse(Long.MAX_VALUE));
    for (Stint joined : lateJoined()) {
      first = Math.min(first, stints.seenBefore(joined.from()));
    }
    return first;
  }

  /** Nothing of the run at or before this sequence is looked at; empty without such a run. */
  OptionalLong afterForRun() {
    return run().map(leg -> OptionalLong.of(leg.after())).orElseGet(OptionalLong::empty);
  }

  /** The last sequence of {@code part} worth looking at. */
  long last(Part part) {
    return switch (part) {
      case COURSE -> mark.through();
      case RUN -> mark.inRun();
    };
  }

  /** Whether {@code event} belongs to {@code part}, as far as the log and the mark tell. */
  boolean includes(Part part, SessionEvent event) {
    return switch (part) {
      case COURSE ->
          event.sequence() <= mark.through()
              && Eligibility.visible(agent, stints.seenBefore(mark.through() + 1), event)
              && (event.sequence() > old || isReplayed(event) || isInLateRun(event));
      case RUN -> run().filter(leg -> inRun(leg, event)).isPresent();
    };
  }

  /**
   * Whether a recent replay handed it over, however old it is: its part of a run, or what came
   * after its start.
   */
  private boolean isReplayed(SessionEvent event) {
    return replayed.isPresent()
        && (event.sequence() > Math.max(replayed.get().through(), replayed.get().inRun())
            || firstReplayed()
                .filter(Leg.Run.class::isInstance)
                .filter(run -> event.sequence() > run.after() && run.includes(event))
                .isPresent());
  }

  /** Whether becoming joined lately brought it, however old it is. */
  private boolean isInLateRun(SessionEvent event) {
    return lateJoined().stream()
        .anyMatch(joined ->
            event.sequence() <= joined.from()
                && !Eligibility.visible(agent, stints.seenBefore(joined.from()), event));
  }

  /** The becomings-joined up to the mark that are recent. */
  private List<Stint> lateJoined() {
    return stints.rising().stream()
        .filter(stint -> stint.from() > old && stint.from() <= mark.through())
        .toList();
  }

  /** The leg with which the first recent replay began. */
  private Optional<Leg> firstReplayed() {
    return replayed.flatMap(from -> Leg.next(agent, stints, from, mark.through()));
  }

  private boolean inRun(Leg leg, SessionEvent event) {
    return event.sequence() > leg.after()
        && event.sequence() <= mark.inRun()
        && leg.includes(event);
  }

  /** The run a recent replay is in the middle of. */
  private Optional<Leg> run() {
    return replayed.isPresent() && lagging && mark.inRun() > 0
        ? Leg.next(agent, stints, Mark.at(mark.through()), Stint.OPEN - 1)
        : Optional.empty();
  }
}
