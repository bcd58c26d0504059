package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/leave}. */
public final class LeaveSession extends AgentFunction {

  /** As Lambda makes it. */
  public LeaveSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public LeaveSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("POST", "/leave");
  }
}
