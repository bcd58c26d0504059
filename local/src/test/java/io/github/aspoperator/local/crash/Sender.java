package io.github.aspoperator.local.crash;

import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Answer;
import java.io.UncheckedIOException;
import java.util.Random;

/**
 * Sends one message after the other, each under a key of its own, and repeats it under that key
 * until it is acknowledged, whatever happens to the operator meanwhile.
 */
final class Sender implements AutoCloseable {

  private static final int UNAVAILABLE = 503;

  private final TestAgent agent;
  private final Letter letter;
  private final Ledger ledger;
  private final Random random;
  private final Thread thread;
  private volatile boolean stopping;

  /** What is posted under a key, and where. */
  interface Letter {
    /** The path. */
    String path();

    /** The body for the text {@code key}. */
    String body(String key);

    /** What an answer of 201 says. */
    Ledger.Message read(Answer answer);
  }

  private Sender(TestAgent agent, String name, Letter letter, Ledger ledger, long seed) {
    this.agent = agent;
    this.letter = letter;
    this.ledger = ledger;
    this.random = new Random(seed);
    this.thread = Thread.ofVirtual().name(name).start(() -> send(name));
  }

  /** Says something in {@code session}, again and again. */
  static Sender into(String session, TestAgent agent, String name, Ledger ledger, long seed) {
    return new Sender(agent, name, saying(session), ledger, seed);
  }

  /** Opens a session with {@code invitee}, again and again. */
  static Sender opening(TestAgent agent, TestAgent invitee, String name, Ledger ledger, long seed) {
    return new Sender(agent, name, inviting(invitee), ledger, seed);
  }

  private static Letter saying(String session) {
    return new Letter() {
      @Override
      public String path() {
        return "/sessions/" + session + "/messages";
      }

      @Override
      public String body(String key) {
        return "{\"content\":\"" + key + "\"}";
      }

      @Override
      public Ledger.Message read(Answer answer) {
        return new Ledger.Message(
            session, answer.text("message_id"), answer.json().path("sequence").asLong());
      }
    };
  }

  private static Letter inviting(TestAgent invitee) {
    return new Letter() {
      @Override
      public String path() {
        return "/sessions";
      }

      @Override
      public String body(String key) {
        return "{\"invite\":[\"%s\"],\"initial_message\":{\"content\":\"%s\"}}"
            .formatted(invitee.handle(), key);
      }

      @Override
      public Ledger.Message read(Answer answer) {
        return new Ledger.Message(
            answer.text("session_id"), "", answer.json().path("sequence").asLong());
      }
    };
  }

  private void send(String name) {
    for (int i = 0; !stopping && !ledger.isClosed(); i++) {
      String key = name + i;
      boolean first = true;
      while (!ledger.isClosed() && !post(key)) {
        if (first) {
          ledger.retried();
          first = false;
        }
        Eventually.pause(10);
      }
      Eventually.pause(random.nextInt(6));
    }
  }

  /** Whether it was acknowledged. */
  private boolean post(String key) {
    try {
      Answer answer = agent.post(letter.path(), letter.body(key), "Idempotency-Key", key);
      if (answer.status() == UNAVAILABLE) {
        return false;
      }
      if (answer.status() == 201) {
        ledger.acknowledged(key, letter.read(answer));
      } else {
        ledger.mishap(key + ": " + answer.status() + " " + answer.body());
      }
      return true;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Stops behind the message under way, once it is acknowledged. */
  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
