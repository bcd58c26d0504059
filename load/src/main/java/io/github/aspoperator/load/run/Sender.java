package io.github.aspoperator.load.run;

import io.github.aspoperator.load.event.AnswerReader;
import io.github.aspoperator.load.event.MalformedJson;
import io.github.aspoperator.load.net.Bytes;
import io.github.aspoperator.load.net.HttpConnection;
import io.github.aspoperator.load.net.ResponseParser;
import io.github.aspoperator.load.setup.Agent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A closed loop: the next message goes out as soon as the answer to the last one is there. */
final class Sender implements HttpConnection.Listener {
  private static final Duration AFTER_AN_ERROR = Duration.ofMillis(100);

  private final Rig rig;
  private final int number;
  private final Agent agent;
  private final Course course;
  private final HttpConnection connection;
  private final AnswerReader reader = new AnswerReader();
  private @Nullable MessageRequest request;
  private int session = Course.STOP;
  private int counter;
  private long sentAt;
  private boolean open;
  private boolean running;

  /** Sends as that agent, along that course; its number goes into its stamps. */
  Sender(Rig rig, int number, Agent agent, Course course) {
    this.rig = rig;
    this.number = number;
    this.agent = agent;
    this.course = course;
    connection = new HttpConnection(rig.loop(), rig.setting().target().http(), this);
  }

  /** Connects without sending. */
  void open() {
    connection.open();
  }

  boolean isOpen() {
    return open;
  }

  /** Sends until its course ends. */
  void start() {
    running = true;
    send();
  }

  boolean isIdle() {
    return !running;
  }

  void close() {
    connection.close();
  }

  @Override
  public void opened() {
    open = true;
  }

  @Override
  public void answered(ResponseParser answer, long at) {
    if (answer.status() == 201 && understood(answer.body())) {
      rig.ledger().accepted(session, reader.sequence(), reader.mark());
      rig.meter().accepted(sentAt, at);
      send();
    } else {
      failed("a message was answered with HTTP " + answer.status());
    }
  }

  @Override
  public void failed(String why) {
    rig.errors().add(why);
    rig.loop().later(AFTER_AN_ERROR, this::send);
  }

  private boolean understood(Bytes body) {
    try {
      return reader.read(body.array(), 0, body.length());
    } catch (MalformedJson e) {
      return false;
    }
  }

  private void send() {
    int next = course.next();
    running = next != Course.STOP;
    if (!running) {
      return;
    }
    MessageRequest writing = request;
    if (writing == null || next != session) {
      writing =
          new MessageRequest(
              rig.setting().target().http(),
              rig.ledger().sessionId(next),
              agent.token(),
              rig.setting().shape());
      request = writing;
      session = next;
    }
    sentAt = System.nanoTime();
    connection.send(writing.message(sentAt, number, counter++));
  }
}
