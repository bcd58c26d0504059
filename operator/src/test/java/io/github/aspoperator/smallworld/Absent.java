package io.github.aspoperator.smallworld;

import java.lang.reflect.Proxy;

/** A port that no small world has. */
final class Absent {

  private Absent() {}

  static <T> T of(Class<T> port) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> {
              throw new UnsupportedOperationException(method.toString());
            }));
  }
}
