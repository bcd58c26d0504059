package io.github.aspoperator.bed.coldstart;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What several runs came to, in milliseconds.
 *
 * @param min of them
 * @param median of them; the higher of the middle two
 * @param max of them
 */
record Figure(double min, double median, double max) {

  /** Of at least one run. */
  static Figure of(List<Run> runs, Function<Run, Duration> what) {
    double[] sorted =
        runs.stream().mapToDouble(run -> what.apply(run).toNanos() / 1e6).sorted().toArray();
    return new Figure(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
  }

  String row() {
    return String.format(Locale.ROOT, " %8.1f %8.1f %8.1f ", min, median, max);
  }

  String json() {
    return String.format(
        Locale.ROOT, "{\"min\":%.1f,\"median\":%.1f,\"max\":%.1f}", min, median, max);
  }
}
