package io.github.aspoperator.session;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import java.util.List;
import java.util.Optional;

/**
 * Port: which idempotency keys were used (protocol section 3), for at least 24 hours. Reads are
 * strong.
 */
public interface Idempotency {

  /**
   * The commit that answered for this key in this session, if it is remembered; it may be as soon
   * as it is durable.
   */
  Optional<Commit> find(SessionId session, Handle sender, String key);

  /**
   * Remembers the keys of {@code commits}, all of one session, durably before any later head of
   * that session. Commits without a key are passed over; repeating changes nothing.
   */
  void remember(List<Commit> commits);

  /**
   * Claims a creator's key for a session that is about to be created, atomically: the first claim
   * stands for good, and every call answers with the session of the one that stands.
   */
  SessionId claim(Handle creator, String key, SessionId session);

  /** The session that was claimed for a creator's key, if any. */
  Optional<SessionId> claimed(Handle creator, String key);
}
