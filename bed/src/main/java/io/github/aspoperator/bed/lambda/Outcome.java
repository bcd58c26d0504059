package io.github.aspoperator.bed.lambda;

/** How an invocation ended. */
public sealed interface Outcome {

  /**
   * The function answered.
   *
   * @param payload its answer, JSON
   */
  record Answer(String payload) implements Outcome {
    /** Answers carry content. */
    @Override
    public String toString() {
      return "Answer of " + payload.length() + " characters";
    }
  }

  /**
   * The function threw, or could not be started.
   *
   * @param type of the error
   * @param message of the error
   */
  record Failed(String type, String message) implements Outcome {}

  /** It took longer than its timeout, and was ended. */
  record TimedOut() implements Outcome {}

  /** It was killed, or its process died. */
  record Died() implements Outcome {}
}
