package io.github.aspoperator.conformance.check;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One check, found.
 *
 * @param check what stands above it
 * @param method that runs it
 */
public record Found(Check check, Method method) {

  /** The checks of these classes, by their ids. */
  public static List<Found> of(List<Class<?>> classes) {
    return classes.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Check.class))
        .map(method -> new Found(method.getAnnotation(Check.class), method))
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .toList();
  }

  /** Its id. */
  public String id() {
    return check.id();
  }

  /** Its sentence, from the method's name. */
  public String sentence() {
    String words =
        method.getName().replaceAll("([A-Z])", " $1").replaceAll("([a-z])([0-9])", "$1 $2");
    String sentence =
        words
            .toLowerCase(Locale.ROOT)
            .replace(" ki b", " KiB")
            .replace(" kb", " KB")
            .replace(" json", " JSON")
            .replace("utf 8", "UTF-8");
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
