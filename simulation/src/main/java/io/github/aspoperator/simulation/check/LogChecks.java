package io.github.aspoperator.simulation.check;

import io.github.aspoperator.simulation.evidence.Evidence;
import io.github.aspoperator.simulation.evidence.History;

/** What is read is what was written (invariant 4). */
final class LogChecks {

  private LogChecks() {}

  /** Every reading is what was visible at some moment between its request and its answer. */
  static void whatWasRead(Evidence evidence) {
    for (History.Looked looked : evidence.history().looked()) {
      Truth truth = Truth.of(looked.reader(), evidence.commits(looked.session()));
      long most = Math.min(looked.atMost(), truth.length());
      boolean right = false;
      for (long log = looked.atLeast(); log <= most && !right; log++) {
        // to count is quick
        right =
            truth.count(log) == looked.sequences().size()
                && truth.visible(log).equals(looked.sequences());
      }
      if (!right) {
        evidence.found(
            "invariant 4: "
                + looked.reader()
                + " reads "
                + Told.shortly(looked.sequences())
                + " of "
                + looked.session().text());
      }
    }
  }
}
