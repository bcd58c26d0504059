package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code GET /sessions}. */
public final class ListSessions extends AgentFunction {

  /** As Lambda makes it. */
  public ListSessions() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public ListSessions(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("GET", "/sessions");
  }
}
