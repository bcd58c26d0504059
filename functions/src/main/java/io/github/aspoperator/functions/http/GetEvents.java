package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code GET /sessions/{id}/events}. */
public final class GetEvents extends AgentFunction {

  /** As Lambda makes it. */
  public GetEvents() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public GetEvents(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("GET", "/events");
  }
}
