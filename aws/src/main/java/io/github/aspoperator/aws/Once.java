package io.github.aspoperator.aws;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something made when it is first asked for, once.
 *
 * @param <T> what
 */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private @Nullable T made;

  Once(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    T there = made;
    if (there == null) {
      there = maker.get();
      made = there;
    }
    return there;
  }
}
