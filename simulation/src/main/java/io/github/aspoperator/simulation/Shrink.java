package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Trace;

/** Leaves out of a bad schedule whatever it is bad without. */
final class Shrink {

  private Shrink() {}

  /** The same wrong, from fewer acts and fewer kinds of faults. */
  static Verdict of(Verdict bad) throws InterruptedException {
    Verdict best = bad;
    boolean smaller = true;
    while (smaller) {
      Verdict before = best;
      best = withoutFaults(withoutActs(best));
      smaller = !best.schedule().equals(before.schedule());
    }
    return best;
  }

  private static Verdict withoutActs(Verdict bad) throws InterruptedException {
    Verdict best = bad;
    for (int act = bad.schedule().acts() - 1; act >= 0; act--) {
      Schedule now = best.schedule();
      if (!now.skipped().contains(act)) {
        best = better(best, now.skip(act));
      }
    }
    return best;
  }

  private static Verdict withoutFaults(Verdict bad) throws InterruptedException {
    Verdict best = bad;
    for (Fault fault : Fault.values()) {
      if (best.faults().getOrDefault(fault, 0) > 0) {
        best = better(best, best.schedule().without(fault));
      }
    }
    return best;
  }

  private static Verdict better(Verdict best, Schedule smaller) throws InterruptedException {
    Verdict tried = Campaign.one(smaller, Trace.NONE);
    return !tried.isGood() && tried.kind().equals(best.kind()) ? tried : best;
  }
}
