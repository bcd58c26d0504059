package io.github.aspoperator.conformance.subject;

/** There is nothing to judge; the message is one sentence for whoever started the run. */
public final class CannotJudge extends Exception {
  public CannotJudge(String sentence) {
    super(sentence);
  }
}
