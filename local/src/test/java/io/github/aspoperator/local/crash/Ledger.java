package io.github.aspoperator.local.crash;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the operator has acknowledged, by idempotency key, and what it should not have answered.
 * Closed when the test is over: then nobody who writes here waits any longer.
 */
final class Ledger implements AutoCloseable {

  /**
   * A message that was answered with 201.
   *
   * @param session where
   * @param id the message's; empty for the initial message of a create, whose answer names none
   * @param sequence its place
   */
  record Message(String session, String id, long sequence) {}

  private final Map<String, Message> messages = new ConcurrentHashMap<>();
  private final List<String> mishaps = new CopyOnWriteArrayList<>();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile boolean closed;

  void acknowledged(String key, Message message) {
    messages.put(key, message);
  }

  /** An answer that neither a crash nor a start explains. */
  void mishap(String what) {
    mishaps.add(what);
  }

  void retried() {
    retries.incrementAndGet();
  }

  /** By key, which is the text too. */
  Map<String, Message> messages() {
    return messages;
  }

  List<String> mishaps() {
    return mishaps;
  }

  int retries() {
    return retries.get();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
  }
}
