package io.github.aspoperator.bed.coldstart;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.lambda.RuntimeAlone;
import io.github.aspoperator.bed.ledger.CallEntry;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts one function again and again; everything around it runs warm in this process. */
final class Starts {

  /** Events after which what is around a function has been compiled: on AWS it is warm. */
  private static final int SURROUNDINGS = 500;

  /** Events after which a process that was restored is as warm as it gets for a while. */
  private static final int WARMING = 25;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A function starts cold where nothing was said for a while: not for two seconds at least. */
  private static final Duration QUIET = Duration.ofMillis(2_500);

  /** In which what an event led to is over, but its session still is one that is busy. */
  private static final Duration SHORTLY = Duration.ofMillis(250);

  private final Map<String, BedOptions> variants;
  private final Subject subject;
  private final Kind kind;
  private final int runs;

  /** {@code variants}: what is started in turns, by what is added to the names of its runs. */
  Starts(Map<String, BedOptions> variants, Subject subject, Kind kind, int runs) {
    this.variants = variants;
    this.subject = subject;
    this.kind = kind;
    this.runs = runs;
  }

  /** The runs, by their names. */
  Map<String, List<Run>> all() throws IOException, InterruptedException {
    Map<String, List<Run>> all = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    try {
      variants.forEach((name, options) -> places.put(name, place(options)));
      for (int run = 0; run < runs; run++) {
        for (Map.Entry<String, Place> place : places.entrySet()) {
          place
              .getValue()
              .start()
              .forEach((name, one) ->
                  all.computeIfAbsent(name + place.getKey(), _ -> new ArrayList<>()).add(one));
        }
        if (kind == Kind.COLD) {
          all.computeIfAbsent("cold_nothing", _ -> new ArrayList<>()).add(nothing());
        }
      }
    } finally {
      places.values().forEach(Place::close);
    }
    return all;
  }

  /** What the runtime takes to start by itself. */
  private Run nothing() throws IOException, InterruptedException {
    BedOptions first = variants.values().iterator().next();
    InvocationEntry made = new RuntimeAlone(first.processes()).start();
    return new Run(made.duration(), made.duration(), made.processorTime());
  }

  private Place place(BedOptions options) {
    Bed bed = Bed.start(options.snapStart(kind == Kind.RESTORED));
    try {
      return new Place(bed);
    } catch (RuntimeException | Error e) {
      bed.close();
      throw e;
    }
  }

  /** A stack with two agents in a session, one of them connected. */
  private final class Place implements AutoCloseable {

    private final Bed bed;
    private final BedAgent alice;
    private final String session;
    private final Stream hearing;

    Place(Bed bed) {
      this.bed = bed;
      this.alice = bed.agent("@start.alice");
      BedAgent bob = bed.agent("@start.bob");
      this.session = alice.create(bob);
      bob.join(session);
      this.hearing = bob.connect();
      for (int event = 0; event < SURROUNDINGS; event++) {
        subject.call(alice, session);
      }
    }

    /** Starts the function anew: its first calls, by their names. */
    Map<String, Run> start() throws InterruptedException {
      String name = kind.name().toLowerCase(Locale.ROOT);
      boolean restored = kind == Kind.RESTORED;
      bed.ledger().awaitQuiet(QUIET);
      bed.lambda().killAll(subject.function());
      if (restored) {
        bed.lambda().prepare(subject.function());
      }
      Map<String, Run> these = new LinkedHashMap<>();
      these.put(name, called(bed, alice, session));
      bed.ledger().awaitQuiet(SHORTLY);
      these.put(name + "_second", called(bed, alice, session));
      for (int event = 2; restored && event <= WARMING; event++) {
        bed.ledger().awaitQuiet(SHORTLY);
        these.put(name + "_warm", called(bed, alice, session));
      }
      return these;
    }

    @Override
    public void close() {
      hearing.close();
      bed.close();
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
