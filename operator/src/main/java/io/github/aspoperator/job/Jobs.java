package io.github.aspoperator.job;

/** Port: queues and timers. A job that was accepted runs at least once, also after a restart, not before its time. */
public interface Jobs {

  /** Runs {@code job} as soon as may be. */
  void enqueue(Job job);

  /** Runs {@code job} not before {@code dueAt}, epoch milliseconds. */
  void enqueueAt(Job job, long dueAt);
}
