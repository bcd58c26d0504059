package io.github.aspoperator.functions.work;

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
}
