package io.github.aspoperator.functions.http;

import java.util.Map;

/** {@code POST /sessions/{id}/join}. */
public final class JoinSession extends AgentFunction {

  /** As Lambda makes it. */
  public JoinSession() {
    this(System.getenv());
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
