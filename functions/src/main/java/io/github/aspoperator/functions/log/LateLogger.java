package io.github.aspoperator.functions.log;

import java.util.function.Supplier;

/**
 * The logger of a class, which is made when there is something to say: the JDK's bridge to its
 * loggers is slow to start.
 *
 * @param name of the class
 */
public record LateLogger(String name) implements Supplier<System.Logger> {

  /** The one of {@code type}. */
  public static LateLogger of(Class<?> type) {
    return new LateLogger(type.getName());
  }

  @Override
  public System.Logger get() {
    return System.getLogger(name);
  }
}
