package io.github.aspoperator.load.setup;

/** There was nothing to judge; the message is one sentence for the person who started the run. */
public final class CannotRun extends Exception {
  public CannotRun(String sentence) {
    super(sentence);
  }
}
