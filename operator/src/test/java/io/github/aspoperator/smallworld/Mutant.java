package io.github.aspoperator.smallworld;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * For {@code scripts/mutants}: explores the worlds of the build, those that find most first, until
 * one turns red, and prints one line. Exits with 0 when one did, with 1 when all are green.
 */
final class Mutant {

  private static final List<String> FIRST =
      List.of("rejoinsWithLongRun", "smallPagesOfLongRun", "goesAndReturns", "unclean", "lost");

  /** Slow, and seen to find nothing that others do not. */
  private static final Set<String> LAST = Set.of("oneCrash", "headLostBesideAnother");

  private Mutant() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    for (Method world : worlds()) {
      Found found = Explorer.explore((Setting) world.invoke(null));
      if (found.wrong().isPresent()) {
        System.out.printf(
            "red in %s, after %d moves: %s%n",
            world.getName(), found.trace().size(), found.wrong().get());
        return;
      }
    }
    System.out.println("GREEN");
    System.exit(1);
  }

  private static List<Method> worlds() {
    return Arrays.stream(Worlds.class.getDeclaredMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getReturnType().equals(Setting.class))
        .sorted(Comparator.comparingInt(Mutant::rank).thenComparing(Method::getName))
        .toList();
  }

  private static int rank(Method world) {
    int first = FIRST.indexOf(world.getName());
    if (first >= 0) {
      return first;
    }
    return FIRST.size() + (LAST.contains(world.getName()) ? 1 : 0);
  }
}
