package io.github.aspoperator.simulation.part;

import io.github.aspoperator.simulation.engine.Draw;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which faults strike, and how many are left to. */
public final class Faults {

  private final Draw draw;
  private final int perMille;
  private final Set<Fault> without;
  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private int left;

  /**
   * Faults of one schedule.
   *
   * @param perMille how likely one strikes where it may
   * @param most how many strike at most
   * @param without those that never do
   */
  public Faults(Draw draw, int perMille, int most, Set<Fault> without) {
    this.draw = draw;
    this.perMille = perMille;
    this.left = most;
    this.without = without.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(without);
  }

  /** Whether any may still strike. */
  public boolean isOver() {
    return left <= 0;
  }

  /** From now on none does. */
  public void end() {
    left = 0;
  }

  /** Whether something goes wrong here; what, the caller says by {@link #count}. */
  public boolean strikes() {
    return left > 0 && draw.chance(perMille);
  }

  /** Whether {@code fault} strikes here. */
  public boolean strike(Fault fault) {
    return strikes() && count(fault);
  }

  /** The same, for one that is {@code times} as likely as others. */
  public boolean strike(Fault fault, int times) {
    return left > 0 && draw.chance(Math.min(500, perMille * times)) && count(fault);
  }

  /** Whether it is one that may strike; it is counted. */
  public boolean count(Fault fault) {
    if (without.contains(fault)) {
      return false;
    }
    left--;
    struck.merge(fault, 1, Integer::sum);
    return true;
  }

  /** How often {@code fault} struck. */
  public int struck(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }
}
