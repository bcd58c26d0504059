package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.model.world.Agent;
import io.github.aspoperator.testkit.model.world.Differs;
import io.github.aspoperator.testkit.model.world.Event;
import io.github.aspoperator.testkit.model.world.Session;
import io.github.aspoperator.testkit.model.world.View;
import io.github.aspoperator.testkit.model.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What agents read, held against the model. */
final class Checks {

  private final World world;
  private final Desk desk;
  private final Cast cast;

  Checks(World world, Desk desk, Cast cast) {
    this.world = world;
    this.desk = desk;
    this.cast = cast;
  }

  /** Every agent's view of every session, and every eligible history. */
  void everything() {
    for (Session session : world.sessions()) {
      for (Agent agent : cast.living()) {
        Optional<List<Event>> history = world.history(agent, session);
        String path = "/sessions/" + session.id();
        if (history.isEmpty()) {
          Differs.unlessEqual(404, desk.get(agent, path).status(), agent.handle() + path);
          Differs.unlessEqual(404, desk.get(agent, path + "/events").status(), path + "/events");
        } else {
          View.check(session, desk.read(agent, path));
          history(agent, session, 0, 1000);
        }
      }
    }
  }

  /** Reads on from {@code after}, page by page. */
  int history(Agent agent, Session session, int after, int limit) {
    List<Event> expected =
        world.history(agent, session).orElseThrow().stream()
            .filter(event -> event.sequence() > after)
            .toList();
    List<Event> read = new ArrayList<>();
    String cursor = Integer.toString(after);
    int pages = 0;
    long time = 0;
    while (!cursor.isEmpty()) {
      String query = "/events?after_sequence=" + cursor + "&limit=" + limit;
      JsonNode page = desk.read(agent, "/sessions/" + session.id() + query);
      Differs.unless(page.path("events").size() <= limit, "a page longer than asked: " + page);
      for (JsonNode actual : page.path("events")) {
        Event event = world.event(session, actual);
        event.check(actual);
        Differs.unless(actual.path("created_at").longValue() >= time, "time fell at " + event);
        time = actual.path("created_at").longValue();
        read.add(event);
      }
      cursor = page.path("next_cursor").asText();
      pages++;
    }
    Differs.unlessEqual(expected, read, "the history of " + Desk.name(agent));
    return pages;
  }

  /** The list of an agent's sessions, which may lag a little. */
  int sessions(Agent agent, int limit) {
    List<Session> expected = world.sessionsOf(agent);
    List<String> ids = expected.stream().map(Session::id).toList();
    List<JsonNode> listed = new ArrayList<>();
    int[] pages = new int[1];
    Wait.until(
        () -> {
          listed.clear();
          pages[0] = list(agent, limit, listed);
          return listed.stream().map(session -> session.path("id").asText()).toList().equals(ids);
        },
        () -> "never came: " + Desk.name(agent) + " is listed " + expected + " in " + listed);
    for (int i = 0; i < expected.size(); i++) {
      View.check(expected.get(i), listed.get(i));
    }
    return pages[0];
  }

  private int list(Agent agent, int limit, List<JsonNode> listed) {
    String cursor = "";
    int pages = 0;
    do {
      String query = "/sessions?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      JsonNode page = desk.read(agent, query);
      page.path("sessions").forEach(listed::add);
      cursor = page.path("next_cursor").asText();
      pages++;
    } while (!cursor.isEmpty());
    return pages;
  }
}
