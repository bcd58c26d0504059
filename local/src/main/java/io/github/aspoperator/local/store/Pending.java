package io.github.aspoperator.local.store;

import io.github.aspoperator.session.SessionLog.Appended;
import io.github.aspoperator.session.SessionState;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A commit that has its place in a log and is not durable yet; guarded by its session's lock. */
final class Pending {

  final Entry entry;
  final Tail tail;
  final Optional<SessionState> before;
  final SessionState after;
  final CompletableFuture<Appended> answer = new CompletableFuture<>();

  /**
   * Whether only the disk can still prevent it. A commit with an idempotency key, and a genesis,
   * may meet an older one in the table: until somebody has looked, nothing is built on it.
   */
  boolean certain;

  Pending(Entry entry, Tail tail, Optional<SessionState> before, SessionState after) {
    this.entry = entry;
    this.tail = tail;
    this.before = before;
    this.after = after;
    this.certain = entry.idempotencyKey().isEmpty() && entry.commit().key() != 0;
  }

  /** Whether the log comes to {@code sequence} with this, and not before. */
  boolean reaches(long sequence) {
    return before.map(SessionState::sequence).orElse(-1L) < sequence
        && after.sequence() >= sequence;
  }
}
