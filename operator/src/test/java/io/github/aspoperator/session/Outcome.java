package io.github.aspoperator.session;

import io.github.aspoperator.refusal.Refusal;
import java.util.List;

/**
 * What came of a command, in the words of the contract.
 *
 * @param answer {@code ok}, or the code of section 6
 * @param events in log order, each as a sentence
 */
public record Outcome(String answer, List<String> events) {

  static Outcome ok(String... events) {
    return new Outcome("ok", List.of(events));
  }

  static Outcome refused(String code) {
    return new Outcome(code, List.of());
  }

  static Outcome of(Decision decision) {
    return switch (decision) {
      case Decision.Append(var commit) -> new Outcome("ok", Said.of(commit));
      case Decision.Nothing _ -> ok();
      case Decision.Refuse(var refusal) -> refused(code(refusal));
    };
  }

  private static String code(Refusal refusal) {
    return switch (refusal) {
      case Refusal.NotFound _ -> "NOT_FOUND";
      case Refusal.SessionEnded _ -> "SESSION_ENDED";
      case Refusal.SessionNotEnded _ -> "SESSION_NOT_ENDED";
      case Refusal.SessionFull _ -> "SESSION_FULL";
      default -> throw new AssertionError("a session never refuses with " + refusal);
    };
  }
}
