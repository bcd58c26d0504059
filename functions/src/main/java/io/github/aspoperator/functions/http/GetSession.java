package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code GET /sessions/{id}}. */
public final class GetSession extends AgentFunction {

  /** As Lambda makes it. */
  public GetSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public GetSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("GET", "");
  }
}
