package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.soak.client.Line;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;

/** Everything that clients did and saw; for any thread. */
public final class Book {

  /** Of one that repeats itself no more is kept. */
  private static final int MOST_MISHAPS = 100;

  private final AtomicLong order = new AtomicLong();
  private final Map<Handle, List<Line>> lines = new ConcurrentHashMap<>();
  private final Map<SessionId, AtomicLong> sessions = new ConcurrentHashMap<>();
  private final List<String> mishaps = new CopyOnWriteArrayList<>();
  private final History history = new History();
  private volatile ToLongFunction<String> lengths = _ -> 0;

  /** A new connection of {@code agent}, not yet open, whose place in the list is its name. */
  Line line(Handle agent) {
    List<Line> all = lines.computeIfAbsent(agent, _ -> new CopyOnWriteArrayList<>());
    synchronized (all) {
      String name = agent.text() + " #" + (all.size() + 1);
      Line line = new Line(name, order::incrementAndGet, session -> lengths.applyAsLong(session));
      all.add(line);
      return line;
    }
  }

  /** It never reached anybody. */
  void forget(Handle agent, Line line) {
    lines.getOrDefault(agent, List.of()).remove(line);
  }

  /** The connections of {@code agent}, in the order in which they began. */
  public List<Line> lines(Handle agent) {
    return lines.getOrDefault(agent, List.of());
  }

  /** Whoever had one. */
  public List<Handle> agents() {
    return List.copyOf(lines.keySet());
  }

  /** Of all connections. */
  public long received() {
    return order.get();
  }

  /** How long logs are, once that is known. */
  public void lengths(ToLongFunction<String> known) {
    lengths = known;
  }

  /** That session was acknowledged. */
  void opened(History.Opened opened) {
    last(opened.session());
    synchronized (history) {
      history.opened().add(opened);
    }
  }

  /** That message was acknowledged. */
  void said(History.Said said) {
    last(said.session()).accumulateAndGet(said.sequence(), Math::max);
    synchronized (history) {
      history.said().add(said);
    }
  }

  /** That was read. */
  void looked(History.Looked looked) {
    synchronized (history) {
      history.looked().add(looked);
    }
  }

  /** The last sequence that anybody was told of. */
  long least(SessionId session) {
    return last(session).get();
  }

  private AtomicLong last(SessionId session) {
    return sessions.computeIfAbsent(session, _ -> new AtomicLong());
  }

  /** Every session that was acknowledged. */
  public List<SessionId> sessions() {
    return sessions.keySet().stream().sorted().toList();
  }

  /** What was asked and answered; to be looked at once nobody asks any more. */
  public History history() {
    return history;
  }

  /** Who is there now is taken to be there at the end. */
  public void stay() {
    lines.values().forEach(all -> all.forEach(Line::stay));
  }

  /** An answer that no fault explains. */
  public void mishap(String what) {
    if (mishaps.size() < MOST_MISHAPS) {
      mishaps.add(what);
    }
  }

  /** All of these. */
  public List<String> mishaps() {
    return mishaps;
  }
}
