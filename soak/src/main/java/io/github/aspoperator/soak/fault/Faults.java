package io.github.aspoperator.soak.fault;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault struck, and why one did not; for any thread. */
public final class Faults {

  private final Map<Fault, Integer> struck = new EnumMap<>(Fault.class);
  private final Map<Fault, String> reasons = new EnumMap<>(Fault.class);
  private final Map<Fault, String> notes = new EnumMap<>(Fault.class);

  /** It struck. */
  public synchronized void struck(Fault fault) {
    struck.merge(fault, 1, Integer::sum);
  }

  /** It cannot strike here. */
  public synchronized void never(Fault fault, String reason) {
    reasons.put(fault, reason);
  }

  /** What was seen of it, last. */
  public synchronized void note(Fault fault, String seen) {
    notes.put(fault, seen);
  }

  /** How often. */
  public synchronized int count(Fault fault) {
    return struck.getOrDefault(fault, 0);
  }

  /** How often in words, and what else is known of it. */
  public synchronized String told(Fault fault) {
    int count = count(fault);
    String note = notes.containsKey(fault) ? " (" + notes.get(fault) + ")" : "";
    return count > 0
        ? count + note
        : "not struck: " + reasons.getOrDefault(fault, "the run was too short");
  }
}
