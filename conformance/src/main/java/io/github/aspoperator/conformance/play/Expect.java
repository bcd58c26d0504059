package io.github.aspoperator.conformance.play;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Demands; one that is not met fails the check. */
public final class Expect {

  private Expect() {}

  /** Both are the same. */
  public static void equal(@Nullable Object expected, @Nullable Object actual, String what) {
    if (!Objects.equals(expected, actual)) {
      throw new CheckFailed("%s: expected %s, got %s".formatted(what, expected, actual));
    }
  }

  /** It holds. */
  public static void that(boolean holds, String what) {
    if (!holds) {
      throw new CheckFailed(what);
    }
  }
}
