package io.github.aspoperator.local.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent's place before the operator: whenever its connection is gone it makes another one. */
final class Seat implements AutoCloseable {

  private static final int UNAVAILABLE = 503;

  private final TestAgent agent;
  private final Ledger ledger;
  private final List<Stream> streams = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean leaving;

  private Seat(TestAgent agent, Ledger ledger) {
    this.agent = agent;
    this.ledger = ledger;
    this.thread = Thread.ofVirtual().name("seat of " + agent.handle()).unstarted(this::stay);
  }

  /** Sits down: connected when this returns. */
  static Seat of(TestAgent agent, Ledger ledger) {
    Seat seat = new Seat(agent, ledger);
    seat.thread.start();
    Eventually.until(() -> !seat.streams.isEmpty(), () -> agent.handle() + " is not connected");
    return seat;
  }

  private void stay() {
    while (!leaving && !ledger.isClosed()) {
      try {
        Stream stream = agent.connect();
        streams.add(stream);
        var _ = stream.whenClosed().join();
      } catch (Stream.Refused refused) {
        if (refused.status() != UNAVAILABLE) {
          ledger.mishap(agent.handle() + " was refused with " + refused.status());
        }
        Eventually.pause(10);
      } catch (CompletionException down) {
        Eventually.pause(10);
      }
    }
  }

  TestAgent agent() {
    return agent;
  }

  /** All frames of all its connections so far, as they came. */
  List<JsonNode> frames() {
    return streams.stream().flatMap(stream -> stream.frames().stream()).toList();
  }

  /** Its connections so far, the oldest first. */
  List<Stream> connections() {
    return streams;
  }

  /** Never connects again, once the present connection is gone. */
  void desert() {
    leaving = true;
  }

  /** Leaves for good, with a close frame that is answered. */
  void leaveCleanly() {
    leaving = true;
    streams.getLast().closeCleanly();
  }

  @Override
  public void close() {
    leaving = true;
    streams.forEach(Stream::close);
    thread.interrupt();
  }
}
