package io.github.aspoperator.conformance.checks;

import io.github.aspoperator.conformance.play.Agent;
import io.github.aspoperator.conformance.play.Expect;
import io.github.aspoperator.conformance.play.Reply;

/** Keyed calls, and what a retry must be answered. */
final class Retries {

  static final String SAYING = "{\"content\":\"once\",\"idempotency_key\":\"k\"}";

  private Retries() {}

  /** Demands that {@code again}, a retry, got the first answer. */
  static void same(Reply first, Reply again) {
    Expect.equal(first.status(), again.status(), "the status of the retry");
    Expect.equal(first.json(), again.json(), "the body of the retry");
  }

  /** How many messages {@code agent} reads there. */
  static long messages(Agent agent, String session) {
    return agent.types(session).stream().filter("session.message"::equals).count();
  }

  /** A body with that key, and {@code rest} behind it. */
  static String keyed(String word, String rest) {
    return "{\"idempotency_key\":\"" + word + "\"" + rest + "}";
  }
}
