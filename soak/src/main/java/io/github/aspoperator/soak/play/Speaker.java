package io.github.aspoperator.soak.play;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.simulation.evidence.History;
import io.github.aspoperator.soak.client.Call.Answer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Says one thing after the other in a session, each under a key until it is acknowledged. */
final class Speaker {

  private static final int MOST = 400;
  private static final int CREATED = 201;

  private final Stage stage;
  private final Agent agent;
  private final SessionId session;
  private final String name;
  private final RandomGenerator draw;
  private final Thread thread;
  private volatile boolean stopped;

  private Speaker(Stage stage, Agent agent, SessionId session, String name, RandomGenerator draw) {
    this.stage = stage;
    this.agent = agent;
    this.session = session;
    this.name = name;
    this.draw = draw;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::speak);
  }

  static Speaker start(
      Stage stage, Agent agent, SessionId session, String name, RandomGenerator draw) {
    Speaker speaker = new Speaker(stage, agent, session, name, draw);
    speaker.thread.start();
    return speaker;
  }

  private void speak() {
    try {
      for (int i = 0; i < MOST && !stopped && !stage.curtain().isLastAct(); i++) {
        if (!say(stage, agent, session, name + "-" + i, draw)) {
          // not joined just now, perhaps later again
          stage.curtain().pause(500);
        }
        stage.curtain().pause(draw.nextInt(2 * stage.home().load().pauseMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says it until it is acknowledged, or refused for good; whether it was acknowledged. */
  static boolean say(Stage stage, Agent agent, SessionId session, String key, RandomGenerator draw)
      throws InterruptedException {
    String body = "{\"content\":\"%s\",\"idempotency_key\":\"%s\"}".formatted(key, key);
    Optional<Answer> answer =
        stage.ask(agent, "POST", "/sessions/" + session.text() + "/messages", body, draw);
    if (answer.isEmpty()) {
      return false;
    }
    int status = answer.get().status();
    if (status == CREATED) {
      JsonNode said = answer.get().json();
      stage
          .book()
          .said(
              new History.Said(
                  agent.handle(),
                  session,
                  Optional.of(key),
                  said.path("message_id").asText(),
                  said.path("sequence").asLong()));
      stage.meter().acknowledge();
    } else if (status != 404 && status != 409) {
      stage.book().mishap(agent + " said " + key + " and got " + answer.get());
    }
    return status == CREATED;
  }

  /** Behind what is under way. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }
}
