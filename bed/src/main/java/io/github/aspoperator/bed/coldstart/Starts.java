package io.github.aspoperator.bed.coldstart;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts one function again and again; everything around it runs warm in this process. */
final class Starts {

  /** From the start of the process to its first answer, nothing prepared. */
  static final String COLD = "cold";

  /** The second event of that process. */
  static final String SECOND = "second";

  /** The first event of a process that was primed, as before a snapshot, and restored. */
  static final String RESTORED = "restored";

  /** The second event of that one. */
  static final String RESTORED_SECOND = "restored_second";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BedOptions options;
  private final Subject subject;
  private final int runs;

  Starts(BedOptions options, Subject subject, int runs) {
    this.options = options;
    this.subject = subject;
    this.runs = runs;
  }

  /** Every figure of the function, by its name. */
  Map<String, Figure> all() throws InterruptedException {
    Map<String, Figure> figures = new LinkedHashMap<>();
    series(false, COLD, SECOND, figures);
    series(true, RESTORED, RESTORED_SECOND, figures);
    return figures;
  }

  private void series(boolean restored, String first, String second, Map<String, Figure> figures)
      throws InterruptedException {
    List<Duration> firsts = new ArrayList<>();
    List<Duration> seconds = new ArrayList<>();
    try (Bed bed = Bed.start(options.snapStart(restored))) {
      BedAgent alice = bed.agent("@start.alice");
      BedAgent bob = bed.agent("@start.bob");
      String session = alice.create(bob);
      bob.join(session);
      try (Stream _ = bob.connect()) {
        for (int run = -1; run < runs; run++) {
          bed.lambda().killAll(subject.function());
          if (restored) {
            bed.lambda().prepare(subject.function());
          }
          Duration one = called(bed, alice, session);
          Duration other = called(bed, alice, session);
          // the first run warms up what is around the function
          if (run >= 0) {
            firsts.add(one);
            seconds.add(other);
          }
        }
      }
    }
    figures.put(first, Figure.of(firsts));
    figures.put(second, Figure.of(seconds));
  }

  /** How long the function took that one call led to. */
  private Duration called(Bed bed, BedAgent agent, String session) throws InterruptedException {
    bed.ledger().clear();
    subject.call(agent, session);
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<InvocationEntry> made = bed.ledger().invocations(subject.function());
    while (made.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(subject.function() + " was never called");
      }
      Thread.sleep(1);
      made = bed.ledger().invocations(subject.function());
    }
    if (!made.getFirst().answered()) {
      throw new IllegalStateException(subject.function() + " failed: see its log");
    }
    return made.getFirst().duration();
  }
}
