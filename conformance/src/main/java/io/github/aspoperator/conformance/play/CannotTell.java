package io.github.aspoperator.conformance.play;

/** The check could not be played as it must be, which is no word about the operator. */
public final class CannotTell extends RuntimeException {
  public CannotTell(String why) {
    super(why);
  }
}
