package io.github.aspoperator.testkit.model;

import io.github.aspoperator.testkit.model.world.Absence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a run that failed small: drops what it fails without, long stretches first. */
final class Shrinking {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  /** Short, since most of the tries wait in vain when something is lost. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final Subject operator;
  private final Absence absence;
  private final String name;
  private final long end = System.nanoTime() + LONGEST_NANOS;
  private int tries;
  private boolean failedAgain;

  private Shrinking(Subject operator, Absence absence, String name) {
    this.operator = operator;
    this.absence = absence;
    this.name = name;
  }

  /** The failure of run {@code number}, with the smallest run that fails too. */
  static AssertionError told(
      long seed, int number, Subject operator, Absence absence, Run.Failure failure) {
    Shrinking shrinking = new Shrinking(operator, absence, "s" + number);
    Run.Failure small = shrinking.smaller(failure);
    String again = shrinking.failedAgain ? "" : " (it did not fail again)";
    return new AssertionError(
        "-Dtest.seed="
            + seed
            + " -Dtest.run="
            + number
            + ", "
            + absence
            + again
            + ": "
            + small.why()
            + "\nafter"
            + small.trace(),
        failure.why());
  }

  private Run.Failure smaller(Run.Failure failure) {
    Run.Failure smallest = failure;
    for (int stretch = failure.plan().acts().size(); stretch > 0; stretch /= 2) {
      for (int from = 0; from + stretch <= smallest.plan().acts().size(); ) {
        List<Act> fewer = new ArrayList<>(smallest.plan().acts());
        fewer.subList(from, from + stretch).clear();
        Optional<Run.Failure> again = play(smallest.plan().with(fewer));
        if (again.isPresent()) {
          smallest = again.get();
          failedAgain = true;
        } else {
          from++;
        }
      }
    }
    return smallest;
  }

  private Optional<Run.Failure> play(Plan plan) {
    return System.nanoTime() < end
        ? new Run(operator, absence, plan, PATIENCE_MILLIS).play(name + "-" + ++tries)
        : Optional.empty();
  }
}
