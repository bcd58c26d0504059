package io.github.aspoperator.local.store;

import io.github.aspoperator.session.Commit;

/** What the store tells. Both must return at once and throw nothing: appends wait for them. */
public interface StoreEvents {

  /**
   * {@code commit} is durable; called in the order of its log, on the thread that writes. A commit
   * may be told of twice, when its writer asked again.
   */
  void committed(Commit commit);

  /** A job may be due earlier than the runner knows. */
  void jobEnqueued();
}
