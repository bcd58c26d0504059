package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All agents and sessions, and what is to come of each command. */
public final class World {

  final Trust trust = new Trust();
  final List<Session> sessions = new ArrayList<>();
  final Keys keys = new Keys();
  private final Absence absence;
  private final Set<String> cells = new TreeSet<>();
  private final Set<Session> late = new LinkedHashSet<>();

  /** A world where absence counts as {@code absence} says. */
  public World(Absence absence) {
    this.absence = absence;
  }

  /** A new agent. */
  public Agent register(String handle, boolean open) {
    Agent agent = new Agent(handle, open);
    trust.register(agent);
    return agent;
  }

  /** All sessions so far, oldest first. */
  public List<Session> sessions() {
    return List.copyOf(sessions);
  }

  /** Sessions that {@code agent} takes or took part in, newest first. */
  public List<Session> sessionsOf(Agent agent) {
    return sessions.stream().filter(s -> s.person(agent).isPresent()).toList().reversed();
  }

  /** What {@code agent} may read of {@code session}; empty: 404. */
  public Optional<List<Event>> history(Agent agent, Session session) {
    return session.person(agent).map(Person::history);
  }

  /** The event of {@code session} that {@code actual} must be, by its sequence. */
  public Event event(Session session, JsonNode actual) {
    int sequence = actual.path("sequence").intValue();
    if (sequence < 1 || sequence > session.log.size()) {
      throw new Differs("there is no event " + sequence + " in " + session + ": " + actual);
    }
    return session.log.get(sequence - 1);
  }

  /** Cells of the table that were touched since this was last asked, besides the answers' own. */
  public List<String> takeCells() {
    List<String> taken = List.copyOf(cells);
    cells.clear();
    return taken;
  }

  /** Notes that {@code cell} was touched. */
  public void note(String cell) {
    cells.add(cell);
  }

  /** Sessions in which something follows that no answer waits for. */
  public List<Session> takeLate() {
    List<Session> taken = List.copyOf(late);
    late.clear();
    return taken;
  }

  void follows(Session session) {
    late.add(session);
  }

  /** {@code agent} opens a connection. */
  public Connection connect(Agent agent) {
    if (agent.isOnline()) {
      note("connect: beside another");
      return agent.listensMore(sessions.stream().filter(s -> s.person(agent).isPresent()).toList());
    }
    if (agent.unclean) {
      note("connect: after an unclean drop");
      return agent.listensAgain(
          sessions.stream().filter(s -> s.person(agent).isPresent()).toList());
    }
    Connection connection = agent.listens();
    note(connection.expected().isEmpty() ? "connect: nothing missed" : "connect: something missed");
    for (Session session : sessions) {
      session
          .person(agent)
          .filter(person -> session.active && person.away)
          .ifPresent(person -> {
            person.away = false;
            session.say("session.reconnected", Event.object().put("agent", agent.handle));
            note("connect: reconnected");
            follows(session);
          });
    }
    return connection;
  }

  /** Whether nobody is told who is away. */
  public boolean isAbsenceUnnoticed() {
    return !absence.isPublished() && !absence.isFinal();
  }

  /** {@code connection} of {@code agent} is over, and had got {@code events}. */
  public void close(
      Agent agent, Connection connection, Map<Session, List<Integer>> events, boolean clean) {
    agent.hangsUp(connection, events, clean);
    if (agent.isOnline()) {
      note("close: others stay");
      return;
    }
    note("close: the last one");
    for (Session session : sessions) {
      if (session.active && session.has(agent, Person.Status.JOINED)) {
        gone(session, session.person(agent).orElseThrow());
      }
    }
  }

  private void gone(Session session, Person person) {
    session.call++;
    if (absence.isPublished() && !person.away) {
      person.away = true;
      session.say("session.disconnected", Event.object().put("agent", person.agent.handle));
      note("close: disconnected");
      follows(session);
    }
    if (absence.isFinal()) {
      note(absence.isPublished() ? "close: grace expired" : "close: grace within away");
      session.leave(person, Person.Why.GRACE);
      note(session.active ? "grace: others stay" : "grace: the last one");
      follows(session);
    }
  }
}
