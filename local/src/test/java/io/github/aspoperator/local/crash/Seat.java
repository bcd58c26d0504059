package io.github.aspoperator.local.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Refused;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An agent's place before the operator: whenever its connection is gone it makes another one. */
final class Seat implements AutoCloseable {

  private static final int UNAVAILABLE = 503;

  private final TestAgent agent;
  private final Ledger ledger;
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
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
    Eventually.until(() -> !seat.visits.isEmpty(), () -> agent.handle() + " is not connected");
    return seat;
  }

  private void stay() {
    try {
      while (!leaving && !ledger.isClosed()) {
        visit();
      }
    } catch (RuntimeException | Error e) {
      ledger.mishap(agent.handle() + " gave up: " + e);
      throw e;
    }
  }

  private void visit() {
    try {
      Visit visit = Visit.of(agent);
      visits.add(visit);
      var _ = visit.until().join();
    } catch (Refused refused) {
      if (refused.status() != UNAVAILABLE) {
        ledger.mishap(agent.handle() + " was refused with " + refused.status());
      }
      Eventually.pause(10);
    } catch (UncheckedIOException down) {
      Eventually.pause(10);
    }
  }

  TestAgent agent() {
    return agent;
  }

  /** All frames of all its connections so far, as they came. */
  List<JsonNode> frames() {
    return visits.stream().flatMap(visit -> visit.ear().frames().stream()).toList();
  }

  /** Its connections so far, the oldest first. */
  List<Visit> visits() {
    return visits;
  }

  /** Never connects again, once the present connection is gone. */
  void desert() {
    var _ = present();
    leaving = true;
  }

  /** Leaves for good, with a close frame that is answered; when, at the earliest, in epoch ms. */
  long leaveCleanly() {
    Visit last = present();
    leaving = true;
    long now = System.currentTimeMillis();
    last.ear().closeCleanly();
    return now;
  }

  /** Its connection to the process that runs now. */
  private Visit present() {
    Eventually.until(
        () -> visits.getLast().isTo(agent.url()), () -> agent.handle() + " is not back: " + visits);
    return visits.getLast();
  }

  @Override
  public void close() {
    leaving = true;
    visits.forEach(visit -> visit.ear().close());
    thread.interrupt();
  }

  @Override
  public String toString() {
    StringBuilder all = new StringBuilder(agent.handle());
    visits.forEach(visit -> all.append("\n  ").append(visit));
    return all.toString();
  }
}
