package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.check.Checks;
import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.part.Race;
import io.github.aspoperator.simulation.play.Course;
import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Trace;
import io.github.aspoperator.simulation.play.World;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of one schedule.
 *
 * @param schedule which
 * @param steps how much happened
 * @param troubles what was wrong, in the order in which it was found; empty when nothing was
 * @param faults how often each fault struck
 * @param races how often each race was run
 */
public record Verdict(
    Schedule schedule,
    int steps,
    List<String> troubles,
    Map<Fault, Integer> faults,
    Map<Race, Integer> races) {

  /** Has {@code schedule} run, on this thread, and judges it. */
  public static Verdict of(Course course, Schedule schedule, Trace trace) {
    World world = course.run(schedule, trace, Checks::atRest, Checks::atTheEnd);
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      faults.put(fault, world.faults().struck(fault));
    }
    Map<Race, Integer> races = new EnumMap<>(Race.class);
    for (Race race : Race.values()) {
      races.put(race, world.races().count(race));
    }
    return new Verdict(schedule, world.scheduler().steps(), world.troubles().all(), faults, races);
  }

  /** Whether nothing was wrong. */
  public boolean isGood() {
    return troubles.isEmpty();
  }

  /** What kind of thing was wrong first. */
  String kind() {
    String first = troubles.getFirst();
    return first.substring(0, first.indexOf(':'));
  }
}
