package io.github.aspoperator.local.store;

import io.github.aspoperator.session.Commit;

/** Nobody listens. */
record Quiet() implements StoreEvents {

  @Override
  public void committed(Commit commit) {}

  @Override
  public void jobEnqueued() {}
}
