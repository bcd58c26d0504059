package io.github.aspoperator.bed.lambda;

import java.time.Duration;

/**
 * One event for one instance.
 *
 * @param requestId of this invocation
 * @param functionArn as the context tells it
 * @param event JSON
 * @param timeout after which it is ended
 */
record Invocation(String requestId, String functionArn, String event, Duration timeout) {

  /** Events carry content. */
  @Override
  public String toString() {
    return requestId + " of " + functionArn;
  }
}
