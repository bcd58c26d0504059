package io.github.aspoperator.load.judge;

/** Durations, every one of them kept in microseconds, so that percentiles are exact. */
public final class Samples {
  private final Ints micros = new Ints();

  public void add(long nanos) {
    micros.add(Math.clamp(nanos / 1000, 0, Integer.MAX_VALUE));
  }

  public Percentiles percentiles() {
    int[] sorted = micros.sorted();
    return new Percentiles(at(sorted, 50), at(sorted, 95), at(sorted, 99));
  }

  /** By nearest rank: the smallest value that so many percent of the values do not exceed. */
  private static double at(int[] sorted, int percent) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    long rank = ((long) sorted.length * percent + 99) / 100;
    return sorted[(int) rank - 1] / 1000.0;
  }

  /** In milliseconds; not a number where nothing was measured. */
  public record Percentiles(double p50, double p95, double p99) {}
}
