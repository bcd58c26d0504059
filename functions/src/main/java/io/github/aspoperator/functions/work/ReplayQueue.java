package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.job.Job;
import java.util.Map;

/** Replays, one at a time for each agent: the queue holds back an agent's next one. */
public final class ReplayQueue extends QueueFunction {

  /** As Lambda makes it. */
  public ReplayQueue() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public ReplayQueue(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public ReplayQueue(Aws aws) {
    super(aws);
  }

  @Override
  Job job() {
    return new Job.Replay(Scene.LISTENER);
  }

  @Override
  void work(Worker worker, String body) {
    worker.replay(body);
  }

  @Override
  boolean isInOrder() {
    return true;
  }
}
