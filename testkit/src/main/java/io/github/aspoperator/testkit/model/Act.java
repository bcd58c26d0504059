package io.github.aspoperator.testkit.model;

import java.util.List;
import java.util.Optional;

/**
 * One command of a random run. Agents and sessions go by number, and each number means something
 * wherever the command stands: so any command may be dropped.
 */
sealed interface Act {

  /** Whose command it is. */
  int by();

  /**
   * An idempotency key.
   *
   * @param number which; negative: one that is too long
   * @param inHeader where it is sent
   */
  record Key(int number, boolean inHeader) {}

  /** {@code message} is one of a few contents. */
  record Create(
      int by,
      List<Integer> invite,
      boolean topic,
      Optional<Integer> message,
      boolean endAfterSend,
      Optional<Key> key)
      implements Act {}

  /** A command to a session, the newest being 0; negative: to none. */
  sealed interface InSession extends Act {
    int session();
  }

  record Join(int by, int session) implements InSession {}

  record Invite(int by, int session, List<Integer> invite) implements InSession {}

  /** {@code shuffled}: the same body, written another way. */
  record Send(int by, int session, int content, Optional<Key> key, boolean shuffled)
      implements InSession {}

  record Leave(int by, int session) implements InSession {}

  record End(int by, int session) implements InSession {}

  record Reopen(int by, int session, Optional<List<Integer>> invite, Optional<Integer> message)
      implements InSession {}

  record Look(int by, int session) implements InSession {}

  /** A page of {@code limit} events after another, from {@code after} on. */
  record Read(int by, int session, int after, int limit) implements InSession {}

  record ListSessions(int by, int limit) implements Act {}

  record Block(int by, int peer) implements Act {}

  /** Nobody can block all agents of an owner. */
  record BlockAll(int by, int peer) implements Act {}

  record Unblock(int by, int peer) implements Act {}

  record Blocks(int by) implements Act {}

  record Policy(int by, boolean open) implements Act {}

  /** {@code all}: all agents of the peer's owner. */
  record Allow(int by, int peer, boolean all) implements Act {}

  record Disallow(int by, int peer, boolean all) implements Act {}

  record Connect(int by) implements Act {}

  /** Closes one of its connections, if it has any. */
  record Close(int by, int which) implements Act {}

  /** One of its connections dies without a close frame, if it has any. */
  record Cut(int by, int which) implements Act {}

  /** Its owner gives it another token. */
  record Rotate(int by) implements Act {}

  /** Its owner removes it: whatever it does from then on, it does in vain. */
  record Remove(int by) implements Act {}
}
