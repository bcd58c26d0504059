package io.github.aspoperator.testkit.model.world;

/** The operator did or said something else than the model. */
public final class Differs extends AssertionError {

  private static final long serialVersionUID = 1L;

  /** With what differs. */
  public Differs(String what) {
    super(what);
  }

  /** Throws unless {@code same}. */
  public static void unless(boolean same, String what) {
    if (!same) {
      throw new Differs(what);
    }
  }

  /** Throws unless the two are equal. */
  public static void unlessEqual(Object expected, Object actual, String what) {
    if (!expected.equals(actual)) {
      throw new Differs(what + ":\n  expected " + expected + "\n  but was  " + actual);
    }
  }
}
