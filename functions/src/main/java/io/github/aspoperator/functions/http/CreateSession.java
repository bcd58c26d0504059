package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions}. */
public final class CreateSession extends AgentFunction {

  /** As Lambda makes it. */
  public CreateSession() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public CreateSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("POST", "/sessions", "{\"topic\":\"nothing\"}");
  }
}
