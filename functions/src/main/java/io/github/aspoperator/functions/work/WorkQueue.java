package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.job.Job;
import java.util.Map;

/** Slices of presence, of blocks and of removals, and connections that failed. */
public final class WorkQueue extends QueueFunction {

  /** As Lambda makes it. */
  public WorkQueue() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public WorkQueue(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public WorkQueue(Aws aws) {
    super(aws);
  }

  @Override
  Job job() {
    return new Job.AttendOne(Scene.LISTENER, Scene.QUIET);
  }
}
