package io.github.aspoperator.conformance.play;

/** The operator did something else than the check demands. */
public final class CheckFailed extends AssertionError {
  public CheckFailed(String sentence) {
    super(sentence);
  }
}
