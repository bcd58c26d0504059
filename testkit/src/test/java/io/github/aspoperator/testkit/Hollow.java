package io.github.aspoperator.testkit;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.SessionLog.Appended;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A home with nobody in: it drops every write, finds nothing, and answers every question of success
 * in the same way.
 */
final class Hollow implements InvocationHandler {

  private final boolean success;

  private Hollow(boolean success) {
    this.success = success;
  }

  /** A home whose ports say {@code success} to every write. */
  static Home saying(boolean success) {
    return (Home) of(Home.class, new Hollow(success));
  }

  private static Object of(Class<?> type, InvocationHandler handler) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    Class<?> type = method.getReturnType();
    if (method.getName().equals("isDurable")) {
      return true;
    }
    if (method.getName().equals("claim")) {
      return Objects.requireNonNull(arguments)[2];
    }
    if (type == void.class) {
      return null;
    }
    Object answer =
        Map.<Class<?>, Object>of(
                boolean.class,
                success,
                long.class,
                0L,
                Optional.class,
                Optional.empty(),
                List.class,
                List.of(),
                Set.class,
                Set.of(),
                Map.class,
                Map.of(),
                Head.class,
                Head.START,
                Presence.class,
                Presence.NEVER,
                Appended.class,
                new Appended.Done())
            .get(type);
    return answer != null ? answer : of(type, this);
  }
}
