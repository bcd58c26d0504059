package io.github.aspoperator.delivery;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.SessionEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a pass has come. Members go by index.
 *
 * @param agendas what each member is still to be handed; members with nothing are absent
 * @param presences of those with an agenda
 * @param start sequence of the head that the pass started from
 * @param marks remembered: where each stands that was handed something by this drain from that head
 *     on, over reloads too
 * @param owed new laggards, and where they stand
 * @param broken connections that failed, not to be posted to again
 * @param chores what has to be done before the head moves, because of what came of the posts
 */
record Progress(
    Map<Integer, List<Handed>> agendas,
    Map<Integer, Presence> presences,
    long start,
    Map<Integer, Mark> marks,
    Map<Integer, Mark> owed,
    Set<ConnectionId> broken,
    List<Chore> chores) {

  /**
   * An event to hand over, and the mark when it is.
   *
   * @param event the event
   * @param mark after it
   */
  record Handed(SessionEvent event, Mark mark) {}

  /** Nothing done yet. */
  static final Progress NONE =
      new Progress(Map.of(), Map.of(), -1, Map.of(), Map.of(), Set.of(), List.of());

  /** What a reload keeps: what was handed over. All else has been done before the head was lost. */
  Progress remembered() {
    return new Progress(Map.of(), Map.of(), start, marks, Map.of(), Set.of(), List.of());
  }

  /**
   * What of this counts in a pass that starts from {@code head}. When it is not the head that this
   * started from, another drain has moved it: whom that one owes, and which connections came since,
   * is not known here, and what was handed over counts for nothing.
   */
  Progress from(Head head) {
    return start == head.sequence()
        ? this
        : new Progress(
            Map.of(), Map.of(), head.sequence(), Map.of(), Map.of(), Set.of(), List.of());
  }

  /** Where a member stands: where it was left, or else at the head. */
  Mark mark(int member) {
    return marks.getOrDefault(member, Mark.at(Math.max(start, 0)));
  }

  /** With the agendas of a pass; who is too far behind becomes a laggard behind its agenda. */
  Progress planned(Map<Integer, List<Handed>> planned, Map<Integer, Mark> tooFarBehind) {
    return new Progress(planned, Map.of(), start, marks, tooFarBehind, broken, chores);
  }

  /**
   * With a member's presence: it will be handed its agenda, or becomes a laggard at what it had.
   */
  Progress seen(int member, Presence presence) {
    if (!presence.isOnline() || !presence.allReady()) {
      return owing(member);
    }
    Map<Integer, Presence> next = new HashMap<>(presences);
    next.put(member, presence);
    return new Progress(agendas, next, start, marks, owed, broken, chores);
  }

  /** The member becomes a laggard at what it had. */
  Progress owing(int member) {
    Map<Integer, List<Handed>> nextAgendas = new HashMap<>(agendas);
    nextAgendas.remove(member);
    Map<Integer, Mark> nextOwed = new HashMap<>(owed);
    nextOwed.put(member, mark(member));
    return new Progress(nextAgendas, presences, start, marks, nextOwed, broken, chores);
  }

  /** Whoever still has an agenda, or was handed anything, becomes a laggard at what it had. */
  Progress late() {
    Progress late = this;
    for (int member : agendas.keySet()) {
      late = late.owing(member);
    }
    for (int member : marks.keySet()) {
      late = late.owing(member);
    }
    return late;
  }

  /** The member was handed the first event of its agenda. */
  Progress handed(int member) {
    List<Handed> agenda = agendas.getOrDefault(member, List.of());
    Map<Integer, Mark> nextMarks = new HashMap<>(marks);
    nextMarks.put(member, agenda.getFirst().mark());
    Map<Integer, List<Handed>> nextAgendas = new HashMap<>(agendas);
    if (agenda.size() == 1) {
      nextAgendas.remove(member);
    } else {
      nextAgendas.put(member, agenda.subList(1, agenda.size()));
    }
    Map<Integer, Mark> nextOwed = owed;
    if (owed.containsKey(member)) {
      nextOwed = new HashMap<>(owed);
      nextOwed.put(member, agenda.getFirst().mark());
    }
    return new Progress(nextAgendas, presences, start, nextMarks, nextOwed, broken, chores);
  }

  /**
   * {@code connection} failed or is not open yet: it is not posted to again, and {@code more} is to
   * be done about it.
   */
  Progress breaking(ConnectionId connection, List<Chore> more) {
    Set<ConnectionId> nextBroken = new HashSet<>(broken);
    nextBroken.add(connection);
    List<Chore> nextChores = new ArrayList<>(chores);
    nextChores.addAll(more);
    return new Progress(agendas, presences, start, marks, owed, nextBroken, nextChores);
  }
}
