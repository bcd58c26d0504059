package io.github.aspoperator.functions.http;

import java.util.Map;

/** {@code POST /connect/tickets}. */
public final class CreateTicket extends AgentFunction {

  /** As Lambda makes it. */
  public CreateTicket() {
    this(System.getenv());
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
