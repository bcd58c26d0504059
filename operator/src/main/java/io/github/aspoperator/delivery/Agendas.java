package io.github.aspoperator.delivery;

import io.github.aspoperator.session.Becoming;
import io.github.aspoperator.session.Commit;
import io.github.aspoperator.session.Member;
import io.github.aspoperator.session.Payload;
import io.github.aspoperator.session.SessionEvent;
import io.github.aspoperator.session.Stint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What each member is to be handed in a pass: pure. */
final class Agendas {

  private Agendas() {}

  /**
   * The earliest event before the pass that the run of some joiner needs; empty when the commits of
   * the pass have all that is needed. Runs longer than {@code inlineRun} need nothing: their agents
   * become laggards.
   */
  static OptionalLong historyNeeded(Pass pass, Progress progress, int inlineRun) {
    long start = pass.head().sequence();
    return candidates(pass).stream()
        .map(member -> firstLeg(pass, progress, member))
        .flatMap(Optional::stream)
        .filter(leg -> leg instanceof Leg.Run run && run.size() <= inlineRun && run.after() < start)
        .mapToLong(Leg::after)
        .min();
  }

  /** Plans the pass; {@code history} holds the events that {@link #historyNeeded} asked for. */
  static Progress plan(Pass pass, Progress progress, List<SessionEvent> history, int inlineRun) {
    Map<Integer, List<Progress.Handed>> agendas = new HashMap<>();
    Map<Integer, Mark> tooFarBehind = new HashMap<>();
    for (Member member : candidates(pass)) {
      Mark mark = progress.mark(member.index());
      List<Progress.Handed> agenda = new ArrayList<>();
      if (!fill(agenda, pass, member, mark, history, inlineRun)) {
        tooFarBehind.put(member.index(), mark);
      }
      if (!agenda.isEmpty()) {
        agendas.put(member.index(), agenda);
      }
    }
    return progress.planned(agendas, tooFarBehind);
  }

  /** Members that are not lagging: those are left to their replay. */
  private static List<Member> candidates(Pass pass) {
    MemberBits lagging = pass.head().lagging();
    List<Member> all = pass.end().roster().members().all();
    return lagging.isEmpty() ? all : all.stream().filter(m -> !lagging.has(m.index())).toList();
  }

  private static Optional<Leg> firstLeg(Pass pass, Progress progress, Member member) {
    Mark mark = progress.mark(member.index());
    return Leg.next(member.handle(), stints(pass, member, mark), mark, pass.end().sequence());
  }

  /** Fills the agenda; false when what comes behind it is a run too long to be handed over here. */
  private static boolean fill(
      List<Progress.Handed> agenda,
      Pass pass,
      Member member,
      Mark start,
      List<SessionEvent> history,
      int inlineRun) {
    Stints stints = stints(pass, member, start);
    long s = pass.end().sequence();
    Mark mark = start;
    Optional<Leg> next = Leg.live(member.handle(), stints, mark, s);
    while (next.isPresent()) {
      Leg leg = next.get();
      if (leg instanceof Leg.Run run && run.size() > inlineRun) {
        return false;
      }
      for (SessionEvent event : history) {
        take(agenda, leg, event);
      }
      for (Commit commit : pass.commits()) {
        for (SessionEvent event : commit.events()) {
          take(agenda, leg, event);
        }
      }
      mark = leg.past(leg.last());
      next = Leg.live(member.handle(), stints, mark, s);
    }
    return true;
  }

  private static void take(List<Progress.Handed> agenda, Leg leg, SessionEvent event) {
    boolean candidate = event.sequence() > leg.after() && event.sequence() <= leg.last();
    if (candidate && leg.includes(event)) {
      agenda.add(new Progress.Handed(event, leg.past(event.sequence())));
    }
  }

  /**
   * The member's stints from the mark on: the last one, and back through the becomings-joined of
   * this pass.
   */
  private static Stints stints(Pass pass, Member member, Mark mark) {
    List<Stint> rising = new ArrayList<>();
    Stint stint = member.stint();
    rising.add(stint);
    while (stint.from() > mark.through()) {
      stint = becomingAt(pass, stint.from()).previous();
      rising.addFirst(stint);
    }
    return new Stints(rising);
  }

  private static Becoming becomingAt(Pass pass, long sequence) {
    for (Commit commit : pass.commits()) {
      if (commit.key() <= sequence && sequence <= commit.last()) {
        return becoming(commit.events().get((int) (sequence - Math.max(commit.key(), 1))).payload())
            .orElseThrow();
      }
    }
    throw new IllegalStateException("no becoming-joined at " + sequence + " in this pass");
  }

  /** What a becoming-joined kept, if {@code payload} is one. */
  static Optional<Becoming> becoming(Payload payload) {
    return switch (payload) {
      case Payload.Joined joined -> Optional.of(joined.becoming());
      case Payload.Reopened reopened -> Optional.of(reopened.becoming());
      case Payload.Invited _,
          Payload.Disconnected _,
          Payload.Reconnected _,
          Payload.Left _,
          Payload.Message _,
          Payload.Ended _ ->
          Optional.empty();
    };
  }
}
