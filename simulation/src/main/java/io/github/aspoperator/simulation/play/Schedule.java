package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.part.Fault;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What makes a course of events: the same schedule, the same course.
 *
 * @param seed what everything is drawn from
 * @param size of the world that it happens in
 * @param acts how many things agents and owners begin
 * @param skipped acts that are left out, by their numbers
 * @param without faults that never strike
 */
public record Schedule(long seed, Size size, int acts, Set<Integer> skipped, Set<Fault> without) {

  /** A whole one. */
  public static Schedule of(long seed, Size size, int acts) {
    return new Schedule(seed, size, acts, Set.of(), Set.of());
  }

  /** The same without the act of that number. */
  public Schedule skip(int act) {
    Set<Integer> more = new HashSet<>(skipped);
    more.add(act);
    return new Schedule(seed, size, acts, Set.copyOf(more), without);
  }

  /** The same, but {@code fault} never strikes. */
  public Schedule without(Fault fault) {
    Set<Fault> more = EnumSet.of(fault);
    more.addAll(without);
    return new Schedule(seed, size, acts, skipped, Set.copyOf(more));
  }
}
