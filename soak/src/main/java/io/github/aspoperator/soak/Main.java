package io.github.aspoperator.soak;

import io.github.aspoperator.soak.fault.Faults;
import io.github.aspoperator.soak.home.BedHome;
import io.github.aspoperator.soak.home.Folders;
import io.github.aspoperator.soak.home.Home;
import io.github.aspoperator.soak.home.LocalHome;
import io.github.aspoperator.soak.home.Meter;
import io.github.aspoperator.soak.report.Report;
import io.github.aspoperator.soak.report.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scripts/soak}. */
@Command(
    name = "scripts/soak",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the operator as real processes under load, hurts them at random moments,",
      "and judges what clients saw with the judge of the simulation: nothing lost,",
      "nothing swapped, nothing twice for one key.",
      "",
      "The seed decides which faults strike, how long and how soon after each other,",
      "and what agents draw. It does not decide how processes and threads meet: the",
      "same seed is not the same course.",
      "",
      "Exits with 0 when nothing was lost, 1 when a promise was broken, 2 when it",
      "could not run."
    })
public final class Main implements Callable<Integer> {

  private static final int BAD = 1;
  private static final int CANNOT = 2;
  private static final double MINUTE = 60_000;

  /** Where it runs. */
  enum Where {
    local,
    bed,
    both
  }

  @Option(
      names = "--minutes",
      paramLabel = "N",
      description = "How long, both homes together. Default: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private double minutes;

  @Option(
      names = "--home",
      paramLabel = "HOME",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
      defaultValue = "both")
  private Where home = Where.both;

  @Option(names = "--seed", paramLabel = "SEED", description = "Default: one that is told.")
  private @Nullable Long seed;

  @Option(names = "--json", description = "The result as JSON on standard output, and no more.")
  private boolean json;

  private final PrintStream out = System.out;

  @Option(names = "--root", required = true, hidden = true)
  private Path root = Path.of("");

  private Main() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Main())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((e, _, _) -> {
              e.printStackTrace();
              return CANNOT;
            })
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (json) {
      // what libraries print of their own accord
      System.setOut(System.err);
    }
    long drawn = seed == null ? System.nanoTime() & 0xffff_ffffL : seed;
    System.err.println("--seed " + drawn);
    List<Where> homes = home == Where.both ? List.of(Where.local, Where.bed) : List.of(home);
    List<Result> results = new ArrayList<>();
    for (Where where : homes) {
      results.add(at(where, Math.round(minutes * MINUTE / homes.size()), drawn));
    }
    Report report = new Report(drawn, results);
    out.print(json ? report.json() + "\n" : report.text());
    return report.isGood() ? 0 : BAD;
  }

  private Result at(Where where, long millis, long drawn) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("asp-soak-");
    Faults faults = new Faults();
    Meter meter = new Meter();
    Home there = start(where, folder, faults, meter);
    // whoever is interrupted leaves no process and no disk behind
    Thread end = new Thread(there::close);
    Runtime.getRuntime().addShutdownHook(end);
    Result result;
    try {
      Run run = new Run(there, faults, meter, drawn, System.err);
      result = run.run(millis);
      Files.writeString(folder.resolve("violations.txt"), run.dossier());
    } finally {
      Runtime.getRuntime().removeShutdownHook(end);
      there.close();
    }
    if (result.violations().isEmpty()) {
      Folders.delete(folder);
    } else {
      System.err.println("violations.txt, and what the processes said, are in " + folder);
    }
    return result;
  }

  private Home start(Where where, Path folder, Faults faults, Meter meter)
      throws InterruptedException {
    return switch (where) {
      case local -> new LocalHome(root.resolve("local/target/local.jar"), folder, faults, meter);
      case bed -> new BedHome(root.resolve("template.yaml"), folder, _ -> true, faults, meter);
      case both -> throw new IllegalArgumentException("one after the other");
    };
  }
}
