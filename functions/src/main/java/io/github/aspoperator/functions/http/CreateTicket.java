package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /connect/tickets}. */
public final class CreateTicket extends AgentFunction {

  /** As Lambda makes it. */
  public CreateTicket() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public CreateTicket(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return new Rehearsal("POST", "/connect/tickets");
  }
}
