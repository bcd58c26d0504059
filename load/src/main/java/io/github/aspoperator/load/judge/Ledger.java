package io.github.aspoperator.load.judge;

import io.github.aspoperator.load.event.EventReader;
import io.github.aspoperator.load.event.EventType;
import io.github.aspoperator.load.event.SessionIndex;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything a run must remember to be judged: who is in which session, what arrived, what was
 * accepted.
 */
public final class Ledger {
  private final SessionIndex sessions = new SessionIndex();
  private final Members members = new Members();
  private final Tape[] arrivals;
  private final Tape accepted = new Tape();
  private final Ints received = new Ints();
  private final Ints last = new Ints();
  private final Map<EventType, Integer> lifecycle = new EnumMap<>(EventType.class);

  private long total;

  /** For agents numbered from 0. */
  public Ledger(int agents) {
    arrivals = IntStream.range(0, agents).mapToObj(i -> new Tape()).toArray(Tape[]::new);
  }

  /**
   * These two agents are joined in this session; returns its number. What came before is counted
   * in.
   */
  public int join(String sessionId, int first, int second) {
    int session = sessions.of(sessionId);
    members.set(session, first, second);
    recount(session, first);
    recount(session, second);
    return session;
  }

  /** As {@link #join}, where the other participant keeps no connection and is not judged. */
  public int joinAlone(String sessionId, int agent) {
    return join(sessionId, agent, Members.NOBODY);
  }

  /** An event arrived at an agent; it was read from these bytes. */
  public void arrived(int agent, EventReader event, byte[] bytes) {
    int session = sessions.of(bytes, event.sessionFrom(), event.sessionTo());
    total++;
    arrivals[agent].add(session, event.sequence(), event.mark());
    if (event.type() != EventType.MESSAGE) {
      lifecycle.merge(event.type(), 1, Integer::sum);
    }
    count(session, agent, event.sequence());
  }

  /** A message was accepted as that sequence; both agents must get it. */
  public void accepted(int session, int sequence, int mark) {
    accepted.add(session, sequence, mark);
    expect(session, sequence);
  }

  /** This session has at least so many events, and everybody in it must get them. */
  public void expect(int session, int sequence) {
    if (sequence > last.get(session)) {
      last.set(session, sequence);
    }
  }

  /** Whether everybody got as many events as their sessions are known to have. */
  public boolean complete() {
    for (int slot = 0; slot < members.slots(); slot++) {
      if (members.listens(slot) && received.get(slot) < last.get(slot / 2)) {
        return false;
      }
    }
    return true;
  }

  /** How many lifecycle events of this type arrived, all agents together. */
  public int arrived(EventType type) {
    return lifecycle.getOrDefault(type, 0);
  }

  /** How many events arrived, all agents together. */
  public long arrivedInAll() {
    return total;
  }

  /** How many events arrived at this agent. */
  public int arrived(int agent) {
    return arrivals[agent].size();
  }

  /** The highest sequence that this session is known to have. */
  public int last(int session) {
    return last.get(session);
  }

  /** The number of the session with this id. */
  public int session(String id) {
    return sessions.of(id);
  }

  public String sessionId(int session) {
    return sessions.id(session);
  }

  /**
   * How many of an agent's events, from its n-th on, are not newer than what these sessions had
   * then.
   */
  public int notNewer(int agent, int from, int[] lastThen) {
    Tape tape = arrivals[agent];
    return (int)
        IntStream.range(from, tape.size())
            .filter(i ->
                tape.session(i) < lastThen.length && tape.sequence(i) <= lastThen[tape.session(i)])
            .count();
  }

  /** The {@link #last} of every session. */
  public int[] lastOfAll() {
    return IntStream.range(0, sessions.size()).map(last::get).toArray();
  }

  Members members() {
    return members;
  }

  Tape[] arrivals() {
    return arrivals;
  }

  Tape acceptances() {
    return accepted;
  }

  private void recount(int session, int agent) {
    if (agent == Members.NOBODY) {
      return;
    }
    Tape tape = arrivals[agent];
    for (int i = 0; i < tape.size(); i++) {
      if (tape.session(i) == session) {
        count(session, agent, tape.sequence(i));
      }
    }
  }

  private void count(int session, int agent, int sequence) {
    int slot = members.slot(session, agent);
    if (slot != Members.NOBODY) {
      received.set(slot, received.get(slot) + 1);
      expect(session, sequence);
    }
  }
}
