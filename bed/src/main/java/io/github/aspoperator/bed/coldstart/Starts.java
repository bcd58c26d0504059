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

  /** Events after which a process that was restored is as warm as it gets for a while. */
  private static final int WARMING = 25;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(1_500);

  /** In which what an event led to is over, but its session still is one that is busy. */
  private static final Duration SHORTLY = Duration.ofMillis(250);

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
    series(false, all);
    series(true, all);
    return all;
  }

  private void series(boolean restored, Map<String, List<Run>> all) throws InterruptedException {
    String kind = restored ? "restored" : "cold";
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
          Map<String, Run> these = new LinkedHashMap<>();
          these.put(kind, called(bed, alice, session));
          bed.ledger().awaitQuiet(SHORTLY);
          these.put(kind + "_second", called(bed, alice, session));
          for (int event = 2; restored && event <= WARMING; event++) {
            bed.ledger().awaitQuiet(SHORTLY);
            these.put(kind + "_warm", called(bed, alice, session));
          }
          if (run >= 0) {
            these.forEach(
                (name, one) -> all.computeIfAbsent(name, _ -> new ArrayList<>()).add(one));
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
