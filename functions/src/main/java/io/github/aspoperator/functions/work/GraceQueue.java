package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.queue.Worker;
import java.util.Map;

/** What publishes an absence, or ends it. */
public final class GraceQueue extends QueueFunction {

  /** As Lambda makes it. */
  public GraceQueue() {
    this(System.getenv());
  }

  /** With these variables. */
  public GraceQueue(Map<String, String> environment) {
    super(environment);
  }

  @Override
  void work(Worker worker, String body) {
    worker.work(body);
  }

  @Override
  boolean isInOrder() {
    return false;
  }
}
