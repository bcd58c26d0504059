package io.github.aspoperator.functions.http;

import java.util.Map;

/** {@code GET /sessions}. */
public final class ListSessions extends AgentFunction {

  /** As Lambda makes it. */
  public ListSessions() {
    this(System.getenv());
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
