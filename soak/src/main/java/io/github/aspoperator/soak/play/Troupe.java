package io.github.aspoperator.soak.play;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.soak.client.Call.Answer;
import io.github.aspoperator.soak.client.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Everybody who plays: their seats, and the rooms they talk in. */
public final class Troupe {

  private static final int SIZE = 10;
  private static final String AGENTS = "/_admin/agents";
  private static final int DONE = 200;
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long POLL_MILLIS = 50;

  private final Stage stage;
  private final Random draw;
  private final List<Agent> agents = new ArrayList<>();
  private final List<Thread> rooms = new ArrayList<>();

  /** Registers them. */
  public Troupe(Stage stage, Random draw) throws InterruptedException {
    this.stage = stage;
    this.draw = draw;
    for (int i = 0; i < SIZE; i++) {
      agents.add(register(stage, "@soak.a" + i, draw));
    }
  }

  /**
   * Registers one. Whose token nobody was told gets another: the first answer may have been lost; a
   * replacement that was asked for twice may have come twice, so the token is tried.
   */
  static Agent register(Stage stage, String handle, Random draw) throws InterruptedException {
    Agent owner = new Agent(Handle.of("@owner.side"), stage.home().adminToken());
    String body = "{\"handle\":\"" + handle + "\",\"policy\":\"open\"}";
    Optional<Answer> answer = stage.ask(owner, "POST", AGENTS, body, draw);
    while (!stage.curtain().isFallen()) {
      String token = answer.map(a -> a.json().path("token").asText()).orElse("");
      Agent agent = new Agent(Handle.of(handle), token);
      if (!token.isEmpty()
          && stage.ask(agent, "GET", "/sessions", "", draw).orElseThrow().status() == DONE) {
        return agent;
      }
      answer = stage.ask(owner, "POST", AGENTS + "/" + handle + "/rotate-token", "", draw);
    }
    throw new IllegalStateException(handle + " is not registered: " + answer);
  }

  /** Begins. */
  public void play() {
    for (Agent agent : agents) {
      Seat seat = new Seat(stage, agent, new Random(draw.nextLong()));
      var _ = start(stage, "seat of " + agent, seat::play);
    }
    for (int i = 0; i < stage.home().load().rooms(); i++) {
      Room room = new Room(stage, i, agents, new Random(draw.nextLong()));
      rooms.add(start(stage, "room " + i, room::play));
    }
  }

  /** What may be interrupted. */
  public interface Part {
    /** Plays. */
    void play() throws InterruptedException;
  }

  /** Has it play on a thread of its own. */
  public static Thread start(Stage stage, String name, Part part) {
    return Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            part.play();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException | Error e) {
            stage.book().mishap(name + " gave up: " + e);
            throw e;
          }
        });
  }

  /** Everybody comes once more, and stays; waits until nobody has anything to say any more. */
  public void lastAct() throws InterruptedException {
    stage.curtain().lastAct();
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    for (Thread room : rooms) {
      if (!room.join(Duration.ofMillis(Math.max(1, end - System.currentTimeMillis())))) {
        stage.book().mishap(room.getName() + " is not answered any more");
        stage.curtain().fall();
      }
    }
  }

  /** Waits until everybody is there, and {@code others} too, unless that takes too long. */
  public void awaitAll(List<Agent> others) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    List<Agent> all = Stream.concat(agents.stream(), others.stream()).toList();
    for (Agent agent : all) {
      while (!isHere(agent)) {
        if (System.currentTimeMillis() > end) {
          stage.book().mishap(agent + " cannot connect any more");
          return;
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private boolean isHere(Agent agent) {
    List<Line> lines = stage.book().lines(agent.handle());
    return !lines.isEmpty() && lines.getLast().isThere();
  }
}
