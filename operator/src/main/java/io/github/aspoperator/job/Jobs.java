package io.github.aspoperator.job;

/**
 * Port: queues and timers. A job runs at least once and not before its time. It is durable when the
 * call answers, so that it survives a restart; only a {@link Job.Replay} need not be, since no
 * connection survives one either.
 */
public interface Jobs {

  /** Runs {@code job} as soon as may be. */
  void enqueue(Job job);

  /** Runs {@code job} not before {@code dueAt}, epoch milliseconds. */
  void enqueueAt(Job job, long dueAt);
}
