package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.job.Job;
import java.util.Map;

/** Sessions whose drain failed, once more. */
public final class DrainBell extends QueueFunction {

  /** As Lambda makes it. */
  public DrainBell() {
    this(LambdaProcess.environment());
    prime();
  }

  /** With these variables. */
  public DrainBell(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public DrainBell(Aws aws) {
    super(aws);
  }

  @Override
  Job job() {
    return new Job.Drain(Scene.QUIET);
  }
}
