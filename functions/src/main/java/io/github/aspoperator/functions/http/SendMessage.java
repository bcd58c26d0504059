package io.github.aspoperator.functions.http;

import io.github.aspoperator.functions.LambdaProcess;
import java.util.Map;

/** {@code POST /sessions/{id}/messages}. */
public final class SendMessage extends AgentFunction {

  /** As Lambda makes it. */
  public SendMessage() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public SendMessage(Map<String, String> environment) {
    super(environment);
  }

  @Override
  Rehearsal line() {
    return Rehearsal.inSession(
        "POST", "/messages", "{\"content\":\"nobody hears this\",\"idempotency_key\":\"1\"}");
  }
}
