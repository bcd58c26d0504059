package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/reopen}. */
public final class ReopenSession extends AgentFunction {

  /** As Lambda makes it. */
  public ReopenSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public ReopenSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("POST", "/reopen");
  }
}
