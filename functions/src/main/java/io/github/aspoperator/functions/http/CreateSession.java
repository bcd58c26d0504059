package io.github.aspoperator.functions.http;

import java.util.Map;

/** {@code POST /sessions}. */
public final class CreateSession extends AgentFunction {

  /** As Lambda makes it. */
  public CreateSession() {
    this(System.getenv());
  }

  /** With these variables. */
  public CreateSession(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("POST", "/sessions");
  }
}
