package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.queue.Worker;
import java.util.Map;

/** Sessions whose drain failed, once more. */
public final class DrainBell extends QueueFunction {

  /** As Lambda makes it. */
  public DrainBell() {
    this(System.getenv());
  }

  /** With these variables. */
  public DrainBell(Map<String, String> environment) {
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
