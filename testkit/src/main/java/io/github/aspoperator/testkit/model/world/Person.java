package io.github.aspoperator.testkit.model.world;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Somebody who is or was a participant of a session. */
final class Person {

  /** Section 3. */
  enum Status {
    INVITED,
    JOINED,
    LEFT
  }

  /** How somebody came to be left. */
  enum Why {
    ITS_OWN_LEAVE,
    GRACE,
    THROWN_OUT,
    THE_END,
    NOT_READMITTED
  }

  final Agent agent;
  Status status = Status.INVITED;
  Why why = Why.ITS_OWN_LEAVE;

  /** The call in which it left. */
  int leftIn;

  /** Whether its session.disconnected is not yet answered. */
  boolean away;

  Optional<Learned<Long>> joinedAt = Optional.empty();
  Optional<Learned<Long>> leftAt = Optional.empty();

  /** What it may see. */
  final Set<Event> visible = new LinkedHashSet<>();

  Person(Agent agent) {
    this.agent = agent;
  }

  boolean is(Status other) {
    return status == other;
  }

  boolean takesPart() {
    return status != Status.LEFT;
  }

  /** From now on {@code event} is visible to it, and handed to it if it was not before. */
  void sees(Event event) {
    if (visible.add(event)) {
      agent.isHanded(event);
    }
  }

  /** It became joined: {@code log}, all of it, is visible to it. */
  void seesAll(Session session, List<Event> log) {
    List<Event> run = log.stream().filter(visible::add).toList();
    agent.isHanded(session, run);
  }

  /** What it may see, in the order of the log. */
  List<Event> history() {
    return visible.stream().sorted(Comparator.comparingInt(event -> event.sequence)).toList();
  }
}
