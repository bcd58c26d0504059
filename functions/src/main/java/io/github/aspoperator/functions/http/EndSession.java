package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/end}. */
public final class EndSession extends AgentFunction {

  /** As Lambda makes it. */
  public EndSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public EndSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("POST", "/end");
  }
}
