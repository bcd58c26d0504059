package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Race;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Verdicts, added up; from any thread. */
final class Tally {

  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private final Map<Race, Long> races = new EnumMap<>(Race.class);
  private final List<Verdict> bad = new ArrayList<>();
  private long schedules;
  private long steps;

  synchronized void add(Verdict verdict) {
    schedules++;
    steps += verdict.steps();
    verdict.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
    verdict.races().forEach((race, count) -> races.merge(race, (long) count, Long::sum));
    if (!verdict.isGood()) {
      bad.add(verdict);
    }
  }

  synchronized long schedules() {
    return schedules;
  }

  synchronized long steps() {
    return steps;
  }

  /** On average; 0 when there was none. */
  synchronized double stepsPerSchedule() {
    return schedules == 0 ? 0 : (double) steps / schedules;
  }

  /** Those in which something was wrong. */
  synchronized List<Verdict> bad() {
    return List.copyOf(bad);
  }

  synchronized Map<Fault, Long> faults() {
    return new EnumMap<>(faults);
  }

  synchronized Map<Race, Long> races() {
    return new EnumMap<>(races);
  }

  /** The faults and races that never were. */
  synchronized List<String> never() {
    List<String> never = new ArrayList<>();
    faults.forEach((fault, count) -> note(never, fault, count));
    races.forEach((race, count) -> note(never, race, count));
    return never;
  }

  private static void note(List<String> never, Enum<?> of, long count) {
    if (count == 0) {
      never.add(of.name());
    }
  }
}
