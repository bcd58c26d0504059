package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** What publishes an absence, or ends it. */
public final class GraceQueue extends QueueFunction {

  /** As Lambda makes it. */
  public GraceQueue() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public GraceQueue(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public GraceQueue(Aws aws) {
    super(aws);
  }
}
