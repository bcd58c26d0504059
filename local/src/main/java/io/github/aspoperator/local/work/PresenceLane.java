package io.github.aspoperator.local.work;

import io.github.aspoperator.identity.Handle;

/**
 * Runs what concerns an agent's presence one after the other: so a timer that a drop has sent
 * cannot run before that drop is written.
 */
@FunctionalInterface
public interface PresenceLane {

  /** Runs {@code task} behind all tasks of {@code agent}; again later when it fails. */
  void run(Handle agent, Runnable task);
}
