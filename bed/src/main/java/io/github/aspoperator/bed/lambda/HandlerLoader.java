package io.github.aspoperator.bed.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** Makes handlers from handler strings. */
final class HandlerLoader {

  private HandlerLoader() {}

  /**
   * The handler that {@code handler} names: by its constructor that takes an environment where it
   * has one, since an environment of one's own is what a process has and a thread has not.
   */
  static RequestStreamHandler load(String handler, Map<String, String> environment)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(handler);
    return switch (instance(type, environment)) {
      case RequestStreamHandler stream -> stream;
      case RequestHandler<?, ?> typed -> TypedHandler.of(typed);
      default -> throw new ClassNotFoundException(handler + " is no handler of Lambda");
    };
  }

  private static Object instance(Class<?> type, Map<String, String> environment)
      throws ReflectiveOperationException {
    try {
      try {
        return type.getConstructor(Map.class).newInstance(environment);
      } catch (NoSuchMethodException e) {
        return type.getConstructor().newInstance();
      }
    } catch (InvocationTargetException e) {
      throw new ReflectiveOperationException(type.getName() + " cannot be made", e.getCause());
    }
  }
}
