package io.github.aspoperator.load.standin;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The faults of one stand-in. */
final class Faults {
  private final Set<Fault> left = EnumSet.noneOf(Fault.class);

  Faults(Fault... faults) {
    Collections.addAll(left, faults);
  }

  /** Whether this one shows all the time. */
  boolean lasting(Fault fault) {
    return left.contains(fault);
  }

  /** Whether this one shows now, for the first and only time. */
  boolean strikes(Fault fault) {
    return left.remove(fault);
  }

  /** Whether this one shows now: once, at its place. */
  boolean strikes(Fault fault, Room room, int sequence) {
    return room.isFirst() && sequence == fault.place() && left.remove(fault);
  }
}
