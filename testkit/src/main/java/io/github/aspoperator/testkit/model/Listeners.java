package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Ear;
import io.github.aspoperator.testkit.client.Refused;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Connection;
import io.github.aspoperator.testkit.model.world.Differs;
import io.github.aspoperator.testkit.model.world.Event;
import io.github.aspoperator.testkit.model.world.Order;
import io.github.aspoperator.testkit.model.world.Session;
import io.github.aspoperator.testkit.model.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The live connections of a run, and what they got, held against the model. */
final class Listeners implements AutoCloseable {

  private final Subject operator;
  private final World world;
  private final Cast cast;
  private final Table table;
  private final long patienceMillis;
  private final Map<Connection, Ear> ears = new LinkedHashMap<>();

  Listeners(Subject operator, World world, Cast cast, Table table, long patienceMillis) {
    this.operator = operator;
    this.world = world;
    this.cast = cast;
    this.table = table;
    this.patienceMillis = patienceMillis;
  }

  void connect(Agent agent) {
    boolean repeats = !agent.connections().isEmpty() || agent.isUnclean();
    if (repeats) {
      settle(agent);
    }
    Ear ear = Ear.open(operator.url(), cast.token(agent));
    ears.put(world.connect(agent), ear);
    if (repeats) {
      // what comes from now on, comes once only when the repeating is over
      operator.awaitReady(agent.handle());
    }
  }

  /** The status that a handshake is refused with; 101 when it is not. */
  int refusal(Agent agent) {
    try (Ear _ = Ear.open(operator.url(), cast.token(agent))) {
      return 101;
    } catch (Refused refused) {
      return refused.status();
    }
  }

  /** What exactly was handed out before is only known once all of it was. */
  void settle(Agent agent) {
    awaitEverything(agent);
    world.sessionsOf(agent).forEach(session -> operator.awaitDrained(session.id()));
  }

  /** Closes it while it may still be getting something; what it did not get is missed. */
  void close(Agent agent, Connection connection) {
    ear(connection).closeCleanly();
    // a gateway answers the close before it tells of it
    operator.awaitConnections(agent.handle(), agent.connections().size() - 1);
    over(agent, connection, true);
  }

  /** Closes all of its connections. */
  void hangUp(Agent agent) {
    for (Connection connection : agent.connections()) {
      close(agent, connection);
      awaitWhatFollows();
    }
  }

  /** Cuts it once it got everything. */
  void cut(Agent agent, Connection connection) {
    settle(agent);
    ear(connection).close();
    operator.awaitConnections(agent.handle(), agent.connections().size() - 1);
    over(agent, connection, false);
  }

  /** The operator closes all of them, which had got everything. */
  void awaitClosed(Agent agent) {
    for (Connection connection : agent.connections()) {
      int code = ear(connection).awaitClose();
      Differs.unless(code != 1000 || !operator.tellsWhy(), who(agent) + " was closed with " + code);
      operator.awaitConnections(agent.handle(), 0);
      over(agent, connection, false);
    }
  }

  private void over(Agent agent, Connection connection, boolean clean) {
    Map<Session, List<Integer>> got = got(agent, connection);
    got.forEach((session, events) ->
        order(connection, session, events, who(agent) + " was handed, up to the close"));
    ears.remove(connection);
    world.close(agent, connection, got, clean);
  }

  /** Waits for what follows without an answer: who was thrown out, who is away. */
  void awaitWhatFollows() {
    world.takeLate().forEach(session -> operator.awaitLogged(session.id(), session.size()));
  }

  /** Waits until each connection of {@code agent} got what it is to get; it must be just that. */
  void awaitEverything(Agent agent) {
    for (Connection connection : agent.connections()) {
      Ear ear = ear(connection);
      boolean came =
          ear.await(
              () ->
                  connection.expected().entrySet().stream()
                      .allMatch(e -> ear.count(e.getKey().id()) >= e.getValue().size()),
              patienceMillis);
      Map<Session, List<Integer>> got = got(agent, connection);
      got.forEach(
          (session, events) -> order(connection, session, events, who(agent) + " was handed"));
      Differs.unless(
          came, who(agent) + ", " + ear + ", got only " + got + " of " + connection.expected());
    }
  }

  private static void order(
      Connection connection, Session session, List<Integer> got, String what) {
    Order expected = connection.expected(session);
    if (!expected.beginsWith(got)) {
      throw new Differs(
          what + " of " + session + ":\n  expected " + expected + "\n  but was  " + got);
    }
  }

  private Map<Session, List<Integer>> got(Agent agent, Connection connection) {
    Ear ear = ear(connection);
    Map<Session, List<Integer>> got = new LinkedHashMap<>();
    for (String id : ear.sessions()) {
      Session session =
          world.sessions().stream()
              .filter(s -> s.isKnown() && s.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new Differs(who(agent) + " was handed an event of " + id));
      List<Integer> events = new ArrayList<>();
      for (JsonNode frame : ear.events(id)) {
        Event event = world.event(session, frame);
        event.check(frame);
        table.count("frame: " + event.type());
        events.add(event.sequence());
      }
      got.put(session, events);
    }
    return got;
  }

  private Ear ear(Connection connection) {
    return java.util.Objects.requireNonNull(ears.get(connection));
  }

  private static String who(Agent agent) {
    return Desk.name(agent);
  }

  @Override
  public void close() {
    ears.values().forEach(Ear::close);
  }
}
