package io.github.aspoperator.testkit.model.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An agent: whom it admits, and who listens for it. */
public final class Agent {

  final String handle;
  boolean open;

  /** There is nobody of that handle any more, and never will be. */
  boolean removed;

  /** Whether the last drop was not a close of its own. */
  boolean unclean;

  final Set<String> allowlist = new TreeSet<>();
  final Set<String> blocks = new TreeSet<>();
  final List<Connection> connections = new ArrayList<>();

  /** What it has not been handed yet, while nobody listens; by session, in order. */
  private final Map<Session, Order> missed = new LinkedHashMap<>();

  /** What any of its connections got, by session. */
  private final Map<Session, Set<Integer>> got = new HashMap<>();

  Agent(String handle, boolean open) {
    this.handle = handle;
    this.open = open;
  }

  /** {@code @owner.agent}. */
  public String handle() {
    return handle;
  }

  /** Its live connections. */
  public List<Connection> connections() {
    return List.copyOf(connections);
  }

  /** Whether its owner removed it. */
  public boolean isRemoved() {
    return removed;
  }

  /** Whether its last connection died without a close. */
  public boolean isUnclean() {
    return unclean;
  }

  boolean isOnline() {
    return !connections.isEmpty();
  }

  String owner() {
    return handle.substring(0, handle.indexOf('.'));
  }

  boolean admits(Agent other) {
    return open || allowlist.contains(other.handle) || allowlist.contains(other.owner() + ".*");
  }

  /** {@code event} is visible to it. */
  void isHanded(Event event) {
    if (connections.isEmpty()) {
      missed(event.session).comes(event.sequence);
    }
    connections.forEach(connection -> connection.expected(event.session).comes(event.sequence));
  }

  /** It became joined, and {@code run} is what it had not seen until then. */
  void isHanded(Session session, List<Event> run) {
    if (connections.isEmpty()) {
      missed(session).run(sequences(run));
    }
    connections.forEach(connection -> connection.expected(session).run(sequences(run)));
  }

  private Order missed(Session session) {
    return missed.computeIfAbsent(session, _ -> new Order());
  }

  /** It connects when nobody listens: what it missed comes first, and nothing is repeated. */
  Connection listens() {
    missed.values().removeIf(order -> order.size() == 0);
    Connection connection = new Connection(missed);
    missed.clear();
    connections.add(connection);
    return connection;
  }

  /** One more connection: first, for it alone, what was handed out in all its sessions. */
  Connection listensMore(List<Session> all) {
    Connection connection = new Connection();
    for (Session session : all) {
      connection.expected(session).run(sequences(session.person(this).orElseThrow().history()));
    }
    connections.add(connection);
    return connection;
  }

  /**
   * It connects after an unclean drop: what was handed out in all its sessions comes again, then
   * what it missed.
   */
  Connection listensAgain(List<Session> all) {
    Connection connection = new Connection();
    for (Session session : all) {
      List<Integer> handed =
          new ArrayList<>(sequences(session.person(this).orElseThrow().history()));
      handed.removeAll(missed(session).all());
      connection.expected(session).run(handed);
    }
    missed.forEach((session, order) -> connection.expected(session).then(order));
    missed.clear();
    connections.add(connection);
    return connection;
  }

  /** {@code connection} was closed, and had got {@code events}; what nobody got is missed now. */
  void hangsUp(Connection connection, Map<Session, List<Integer>> events, boolean clean) {
    events.forEach((session, sequences) -> got(session).addAll(sequences));
    connections.remove(connection);
    if (connections.isEmpty()) {
      unclean = !clean;
      connection
          .expected()
          .forEach((session, order) -> missed.put(session, order.without(got(session))));
    }
  }

  private Set<Integer> got(Session session) {
    return got.computeIfAbsent(session, _ -> new HashSet<>());
  }

  private static List<Integer> sequences(List<Event> events) {
    return events.stream().map(event -> event.sequence).toList();
  }
}
