package io.github.aspoperator.load.run;

import io.github.aspoperator.load.judge.Samples;
import java.time.Duration;
import java.util.Arrays;

/** Counts what was accepted in the counted seconds, and how long messages sent in them took. */
final class Meter {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final int[] perSecond;
  private final Samples endToEnd = new Samples();
  private final Samples http = new Samples();
  private boolean counting;
  private long begin;
  private long accepted;

  Meter(int seconds) {
    perSecond = new int[seconds];
  }

  /** The counted seconds begin now. */
  void begin(long now) {
    counting = true;
    begin = now;
  }

  /** A message sent then was accepted now. */
  void accepted(long sentAt, long at) {
    accepted++;
    if (counts(at)) {
      perSecond[(int) ((at - begin) / SECOND)]++;
    }
    if (counts(sentAt)) {
      http.add(at - sentAt);
    }
  }

  /** A message sent then by one agent arrived now at the other. */
  void arrived(long sentAt, long at) {
    if (counts(sentAt)) {
      endToEnd.add(at - sentAt);
    }
  }

  /** All that was accepted, the uncounted included. */
  long accepted() {
    return accepted;
  }

  /** What was accepted in each counted second. */
  int[] perSecond() {
    return perSecond.clone();
  }

  long counted() {
    return Arrays.stream(perSecond).asLongStream().sum();
  }

  Samples.Percentiles endToEnd() {
    return endToEnd.percentiles();
  }

  Samples.Percentiles http() {
    return http.percentiles();
  }

  private boolean counts(long time) {
    return counting && time - begin >= 0 && time - begin < perSecond.length * SECOND;
  }
}
