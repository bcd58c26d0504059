package io.github.aspoperator.bed.coldstart;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.ledger.CallEntry;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts one function again and again; everything around it runs warm in this process. */
final class Starts {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(1_500);

  private final BedOptions options;
  private final Subject subject;
  private final int runs;

  Starts(BedOptions options, Subject subject, int runs) {
    this.options = options;
    this.subject = subject;
    this.runs = runs;
  }

  /** The runs of each kind, by its name. */
  Map<String, List<Run>> all() throws InterruptedException {
    Map<String, List<Run>> all = new LinkedHashMap<>();
    series(
        false,
        all.computeIfAbsent("cold", _ -> new ArrayList<>()),
        all.computeIfAbsent("second", _ -> new ArrayList<>()));
    series(
        true,
        all.computeIfAbsent("restored", _ -> new ArrayList<>()),
        all.computeIfAbsent("restored_second", _ -> new ArrayList<>()));
    return all;
  }

  private void series(boolean restored, List<Run> firsts, List<Run> seconds)
      throws InterruptedException {
    try (Bed bed = Bed.start(options.snapStart(restored))) {
      BedAgent alice = bed.agent("@start.alice");
      BedAgent bob = bed.agent("@start.bob");
      String session = alice.create(bob);
      bob.join(session);
      try (Stream _ = bob.connect()) {
        // the first run warms up what is around the function
        for (int run = -1; run < runs; run++) {
          bed.ledger().awaitQuiet(QUIET);
          bed.lambda().killAll(subject.function());
          if (restored) {
            bed.lambda().prepare(subject.function());
          }
          Run first = called(bed, alice, session);
          Run second = called(bed, alice, session);
          if (run >= 0) {
            firsts.add(first);
            seconds.add(second);
          }
        }
      }
    }
  }

  /** What the function took that one call led to. */
  private Run called(Bed bed, BedAgent agent, String session) throws InterruptedException {
    bed.ledger().clear();
    subject.call(agent, session);
    InvocationEntry made = made(bed);
    long waited =
        bed.ledger().calls().stream()
            .filter(call -> call.functionId().equals(subject.function()))
            .mapToLong(CallEntry::nanos)
            .sum();
    return new Run(made.duration(), made.duration().minusNanos(waited), made.processorTime());
  }

  private InvocationEntry made(Bed bed) throws InterruptedException {
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
    return made.getFirst();
  }
}
