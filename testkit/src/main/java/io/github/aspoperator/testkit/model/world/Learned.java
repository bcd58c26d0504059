package io.github.aspoperator.testkit.model.world;

import org.jspecify.annotations.Nullable;

/** Something the operator chooses: learned when it is first seen, and the same ever after. */
public final class Learned<T> {

  private final String what;
  private @Nullable T value;

  Learned(String what) {
    this.what = what;
  }

  /** It was seen to be {@code seen}. */
  void is(T seen) {
    if (value == null) {
      value = seen;
    }
    Differs.unless(value.equals(seen), what + " was " + value + ", and now is " + seen);
  }

  /** It, once it was seen. */
  public @Nullable T value() {
    return value;
  }
}
