package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.soak.client.Call.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** One session after the other: each is opened, talked in, changed, ended, sometimes reopened. */
final class Room {

  private static final int LIFE_MILLIS = 14_000;
  private static final int CREATED = 201;
  private static final int DONE = 200;

  private final Stage stage;
  private final int number;
  private final List<Agent> agents;
  private final Random draw;
  private int sessions;

  Room(Stage stage, int number, List<Agent> agents, Random draw) {
    this.stage = stage;
    this.number = number;
    this.agents = agents;
    this.draw = draw;
  }

  /** Until the last act; the session of that moment stays open. */
  void play() throws InterruptedException {
    while (!stage.curtain().isLastAct()) {
      List<Agent> cast = new ArrayList<>(agents);
      Collections.shuffle(cast, draw);
      session(cast.subList(0, 4 + draw.nextInt(5)));
    }
  }

  private void session(List<Agent> cast) throws InterruptedException {
    String key = "room-" + number + "-" + ++sessions;
    Optional<SessionId> opened = open(stage, cast.getFirst(), rest(cast), key, draw);
    if (opened.isEmpty()) {
      return;
    }
    SessionId session = opened.get();
    for (Agent agent : rest(cast)) {
      change(agent, session, "join", "");
    }
    List<Speaker> speakers = new ArrayList<>();
    for (Agent agent : cast) {
      String name = key + "-" + agent.handle().text();
      speakers.add(Speaker.start(stage, agent, session, name, new Random(draw.nextLong())));
    }
    long end = System.currentTimeMillis() + LIFE_MILLIS + draw.nextInt(LIFE_MILLIS / 2);
    while (System.currentTimeMillis() < end && !stage.curtain().pause(300 + draw.nextInt(1_200))) {
      somethingHappens(cast, session);
    }
    if (!stage.curtain().isLastAct()) {
      close(cast, session);
    }
    for (Speaker speaker : speakers) {
      speaker.stop();
    }
  }

  private static List<Agent> rest(List<Agent> cast) {
    return cast.subList(1, cast.size());
  }

  /** Opens a session with a key, until it is acknowledged. */
  static Optional<SessionId> open(
      Stage stage, Agent by, List<Agent> others, String key, Random draw)
      throws InterruptedException {
    String body =
        "{\"invite\":%s,\"initial_message\":{\"content\":\"%s\"},\"idempotency_key\":\"%s\"}"
            .formatted(names(others), key, key);
    Optional<Answer> answer = stage.ask(by, "POST", "/sessions", body, draw);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    Optional<SessionId> session = SessionId.parse(answer.get().json().path("session_id").asText());
    if (answer.get().status() != CREATED || session.isEmpty()) {
      stage.book().mishap(by + " opened " + key + " and got " + answer.get());
      return Optional.empty();
    }
    stage.book().opened(new History.Opened(by.handle(), Optional.of(key), session.get()));
    return session;
  }

  private static String names(List<Agent> agents) {
    return agents.stream()
        .map(agent -> "\"" + agent.handle().text() + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Somebody leaves, is invited again, comes back, or reads. */
  private void somethingHappens(List<Agent> cast, SessionId session) throws InterruptedException {
    Agent one = cast.get(draw.nextInt(cast.size()));
    switch (draw.nextInt(6)) {
      case 0 -> change(one, session, "leave", "");
      case 1, 2 -> {
        // whoever left, or was made to leave, is asked back
        for (Agent agent : cast) {
          change(agent, session, "join", "");
        }
        change(one, session, "invite", "{\"invite\":" + names(without(cast, one)) + "}");
        for (Agent agent : cast) {
          change(agent, session, "join", "");
        }
      }
      case 3 -> change(one, session, "invite", "{\"invite\":" + names(List.of(anyBut(one))) + "}");
      default -> read(one, session);
    }
  }

  private Agent anyBut(Agent one) {
    List<Agent> others = without(agents, one);
    return others.get(draw.nextInt(others.size()));
  }

  private static List<Agent> without(List<Agent> cast, Agent one) {
    return cast.stream().filter(agent -> !agent.equals(one)).toList();
  }

  private void close(List<Agent> cast, SessionId session) throws InterruptedException {
    Agent one = cast.get(draw.nextInt(cast.size()));
    if (draw.nextInt(4) == 0) {
      for (Agent agent : cast) {
        change(agent, session, "leave", "");
      }
      return;
    }
    change(one, session, "end", "");
    if (draw.nextInt(2) == 0) {
      change(one, session, "reopen", "{}");
      for (Agent agent : cast) {
        change(agent, session, "join", "");
      }
      if (!stage.curtain().pause(draw.nextInt(3_000))) {
        change(one, session, "end", "");
      }
    }
  }

  /** What is true already, or not allowed any more, is answered with 404 or 409. */
  private void change(Agent agent, SessionId session, String verb, String body)
      throws InterruptedException {
    Optional<Answer> answer =
        stage.ask(agent, "POST", "/sessions/" + session.text() + "/" + verb, body, draw);
    answer
        .filter(a -> a.status() != DONE && a.status() != 404 && a.status() != 409)
        .ifPresent(a -> stage.book().mishap(agent + " asked to " + verb + " and got " + a));
  }

  /** One page that has everything; of a longer log nothing is said. */
  private void read(Agent agent, SessionId session) throws InterruptedException {
    long least = stage.book().least(session);
    Optional<Answer> answer =
        stage.ask(agent, "GET", "/sessions/" + session.text() + "/events", "", draw);
    if (answer.isPresent()
        && answer.get().status() == DONE
        && !answer.get().json().has("next_cursor")) {
      List<Long> sequences = new ArrayList<>();
      answer
          .get()
          .json()
          .path("events")
          .forEach(event -> sequences.add(event.path("sequence").asLong()));
      stage
          .book()
          .looked(new History.Looked(agent.handle(), session, sequences, least, Long.MAX_VALUE));
    }
  }
}
