package io.github.aspoperator.conformance.broken;

import io.github.aspoperator.conformance.play.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Lets frames out later: those of one session in their order, those of several as they come. */
final class Lanes {

  private record Waiting(long due, long number, String frame) {}

  private final Consumer<String> out;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingLong(Waiting::due).thenComparingLong(Waiting::number));
  private final Map<String, Long> lastDue = new HashMap<>();
  private final Thread thread;
  private long numbers;
  private boolean closed;

  Lanes(Consumer<String> out) {
    this.out = out;
    thread = Thread.startVirtualThread(this::run);
  }

  /**
   * Lets {@code frame} out after {@code delay}, or later where its session's lane is that slow.
   * Answers false, and does nothing, once it is closed.
   */
  synchronized boolean add(String frame, Duration delay) {
    if (closed) {
      return false;
    }
    String session = Json.read(frame).path("session_id").asText();
    long due = lastDue.merge(session, System.nanoTime() + delay.toNanos(), Math::max);
    waiting.add(new Waiting(due, numbers++, frame));
    notifyAll();
    return true;
  }

  /** Lets all that waits out at once, and nothing more comes; done when this returns. */
  void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void run() {
    try {
      while (!closed || !waiting.isEmpty()) {
        Waiting next = waiting.peek();
        long left = next == null ? 0 : (next.due() - System.nanoTime()) / 1_000_000;
        if (next == null) {
          wait();
        } else if (closed || left <= 0) {
          out.accept(waiting.remove().frame());
        } else {
          wait(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
