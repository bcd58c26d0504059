package io.github.aspoperator.simulation;

import io.github.aspoperator.simulation.part.Fault;
import io.github.aspoperator.simulation.play.Schedule;
import io.github.aspoperator.simulation.play.Size;
import io.github.aspoperator.simulation.play.Trace;
import java.io.PrintStream;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/simulate}. */
@Command(
    name = "scripts/simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the operator on AWS through schedules that are drawn from seeds: its own functions and"
          + " adapters, on modelled tables, streams, queues and connections, with faults. Judges"
          + " each.",
      "",
      "Exits with 1 when an invariant is violated: docs/guarantees.md says what they are."
    })
public final class Main implements Callable<Integer> {

  private static final int BAD = 1;

  /** Bad schedules after which no more are begun. */
  private static final int ENOUGH = 5;

  private static final long NANOS = 1_000_000_000L;

  @Option(names = "--seeds", paramLabel = "N", description = "How many schedules. Default: 10000.")
  private long seeds = 10_000;

  @Option(names = "--from", paramLabel = "SEED", description = "The first seed. Default: 1.")
  private long from = 1;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      description = "As many schedules as fit, instead of a number of them.")
  private @Nullable Double minutes;

  @Option(names = "--seed", paramLabel = "SEED", description = "One schedule only.")
  private @Nullable Long seed;

  @Option(names = "--trace", description = "With --seed: say everything that happens in it.")
  private boolean trace;

  @Option(
      names = "--skip",
      split = ",",
      paramLabel = "ACT",
      description = "With --seed: leave these acts out, by number.")
  private Set<Integer> skipped = Set.of();

  @Option(
      names = "--without",
      split = ",",
      paramLabel = "FAULT",
      description = "With --seed: these faults never strike.")
  private Set<Fault> without = Set.of();

  @Option(
      names = "--small",
      description =
          "Two agents that are connected already, and one act: some 50 steps a schedule, instead"
              + " of 400.")
  private boolean small;

  @Option(
      names = "--acts",
      paramLabel = "N",
      description = "What agents and owners begin in a schedule. Default: 12; 1 with --small.")
  private @Nullable Integer acts;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Schedules at once. Default: one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--first", description = "Stop at the first violation, and do not shrink it.")
  private boolean first;

  @Option(names = "--json", description = "The result as JSON on standard output, and no more.")
  private boolean json;

  private Main() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    // what the functions log of faults that are meant is of no use here
    LogManager.getLogManager().reset();
    CommandLine line = new CommandLine(new Main());
    line.getCommandSpec().version(version());
    System.exit(line.execute(arguments));
  }

  private static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return "scripts/simulate " + (version == null ? "of no jar" : version);
  }

  @Override
  public Integer call() throws InterruptedException {
    return seed == null ? many() : one(seed);
  }

  private Size size() {
    return small ? Size.SMALL : Size.USUAL;
  }

  private int acts() {
    return acts == null ? size().acts() : acts;
  }

  private int one(long number) throws InterruptedException {
    Trace told = trace ? Trace.to(System.out::println) : Trace.NONE;
    Verdict verdict = Campaign.one(new Schedule(number, size(), acts(), skipped, without), told);
    if (verdict.isGood()) {
      System.out.println(
          Report.schedule(verdict.schedule()) + ": " + verdict.steps() + " steps, nothing wrong");
      return 0;
    }
    new Report(System.out).bad(verdict);
    return BAD;
  }

  private int many() throws InterruptedException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    long most = minutes == null ? Long.MAX_VALUE : Math.round(minutes * 60 * NANOS);
    BooleanSupplier goesOn = () -> System.nanoTime() - start < most;
    long number = minutes == null ? seeds : Long.MAX_VALUE / 2;
    PrintStream out = json ? System.err : System.out;
    try (Progress _ = new Progress(tally, out)) {
      new Campaign(from, number, size(), acts(), threads, first ? 1 : ENOUGH).run(tally, goesOn);
    }
    Report report = new Report(out);
    for (Verdict bad : tally.bad()) {
      report.bad(bad);
      if (!first) {
        report.shrunk(Shrink.of(bad));
      }
    }
    double seconds = (System.nanoTime() - start) / (double) NANOS;
    report.sum(tally, from, seconds);
    if (json) {
      System.out.println(Report.json(tally, seconds));
    }
    return tally.bad().isEmpty() ? 0 : BAD;
  }
}
