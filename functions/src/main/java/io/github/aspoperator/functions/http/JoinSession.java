package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/join}. */
public final class JoinSession extends AgentFunction {

  /** As Lambda makes it. */
  public JoinSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public JoinSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("POST", "/join");
  }
}
