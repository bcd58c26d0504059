package io.github.aspoperator.local.client;

import io.github.aspoperator.schemas.Judge;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;

/** Holds what the operator says against the schemas of the contract. */
public final class Contractual {

  private static final Judge JUDGE = Judge.create();

  private Contractual() {}

  /** Fails unless {@code answer} is one that the call can have. */
  static Answer check(String method, String path, Answer answer) {
    List<String> wrong = JUDGE.reply(method, path, answer.status(), answer.body());
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          method + " " + path + " broke the contract: " + wrong + " " + answer.body());
    }
    return answer;
  }

  /** Fails unless {@code text} is a frame that the operator may send. */
  public static void checkFrame(String text) {
    List<String> wrong = JUDGE.frame(text);
    if (!wrong.isEmpty()) {
      throw new AssertionError("a frame broke the contract: " + wrong + " " + text);
    }
  }
}
