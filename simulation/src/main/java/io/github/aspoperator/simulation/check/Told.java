package io.github.aspoperator.simulation.check;

import java.util.List;

/** Sequences as a person reads them. */
final class Told {

  /** So many of them are all shown. */
  private static final int FEW = 40;

  private Told() {}

  /** All of a few; of many only the runs in which they rise by one. */
  static String shortly(List<Long> sequences) {
    if (sequences.size() <= FEW) {
      return sequences.toString();
    }
    StringBuilder runs = new StringBuilder("[");
    int from = 0;
    for (int i = 1; i <= sequences.size(); i++) {
      if (i == sequences.size() || sequences.get(i) != sequences.get(i - 1) + 1) {
        runs.append(from == 0 ? "" : ", ").append(sequences.get(from));
        if (i - 1 > from) {
          runs.append("..").append(sequences.get(i - 1));
        }
        from = i;
      }
    }
    return runs.append(']').toString();
  }
}
