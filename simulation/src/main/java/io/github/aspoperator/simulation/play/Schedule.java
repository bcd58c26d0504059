package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.part.Fault;
import java.util.Set;

/**
 * What makes a course of events: the same schedule, the same course.
 *
 * @param seed what everything is drawn from
 * @param acts how many things agents and owners begin
 * @param skipped acts that are left out, by their numbers
 * @param without faults that never strike
 */
public record Schedule(long seed, int acts, Set<Integer> skipped, Set<Fault> without) {

  /** A whole one. */
  public static Schedule of(long seed, int acts) {
    return new Schedule(seed, acts, Set.of(), Set.of());
  }
}
