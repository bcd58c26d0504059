package io.github.aspoperator.functions.http;

import java.util.Map;

/** {@code POST /sessions/{id}/end}. */
public final class EndSession extends AgentFunction {

  /** As Lambda makes it. */
  public EndSession() {
    this(System.getenv());
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
