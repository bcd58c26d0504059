package io.github.aspoperator.smallworld;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;

/** Explores worlds for tests, and keeps which steps ran. */
final class Check {

  private final Set<String> ran = new TreeSet<>();
  private int worlds;

  /** Nothing goes wrong in the world of {@code setting}, which has {@code atLeast} states. */
  void holds(Setting setting, int atLeast) {
    Found found = Explorer.explore(setting);
    System.out.println(found.report());
    assertTrue(found.wrong().isEmpty(), found::report);
    assertTrue(found.states() >= atLeast, () -> "only " + found.states() + " states");
    assertTrue(found.atRest() > 0, "it is never at rest");
    ran.addAll(found.steps().keySet());
    worlds++;
  }

  /** Every step of {@code procedure} ran, if all of {@code all} worlds were explored. */
  void ranEveryStepOf(Class<?> procedure, int all, String... but) {
    for (Class<?> step : procedure.getPermittedSubclasses()) {
      String name = procedure.getSimpleName() + "." + step.getSimpleName();
      assertTrue(
          worlds < all || ran.contains(name) || Set.of(but).contains(name),
          () -> name + " never ran");
    }
  }
}
