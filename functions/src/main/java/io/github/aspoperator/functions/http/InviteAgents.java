package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/invite}. */
public final class InviteAgents extends AgentFunction {

  /** As Lambda makes it. */
  public InviteAgents() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public InviteAgents(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession("POST", "/invite", "{\"invite\":[\"@rehearsal.noone\"]}");
  }
}
