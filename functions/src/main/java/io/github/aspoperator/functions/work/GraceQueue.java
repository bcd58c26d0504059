package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.job.Job;
import java.util.Map;
import java.util.Optional;

/** What publishes an absence, or ends it. */
public final class GraceQueue extends QueueFunction {

  /** As Lambda makes it. */
  public GraceQueue() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public GraceQueue(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public GraceQueue(Aws aws) {
    super(aws);
  }

  @Override
  Job job() {
    return new Job.Attend(Scene.LISTENER, Optional.empty(), Optional.empty());
  }
}
