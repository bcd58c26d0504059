package io.github.aspoperator.bed.coldstart;

import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.lambda.Code;
import io.github.aspoperator.bed.lambda.RuntimeCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how long functions take to start. */
@Command(
    name = "scripts/coldstart",
    mixinStandardHelpOptions = true,
    description = {
      "Starts functions in processes of Lambda's own runtime client, from what is deployed,",
      "beside the rest of the stack, and prints milliseconds: cold, from the start of the process",
      "to the first answer; restored, the first answer of a process that was primed as before a",
      "snapshot (its start and the priming not counted); the second answer of each; and warm, the",
      "26th of one that was restored: compare with it. Own is what was not spent waiting for",
      "tables, queues and connections, which are stand-ins here. Nothing is a function that does",
      "nothing: what the machine and the runtime take, started in turns with the others.",
      "Lambda gives a function its share of a processor: there, a cold start takes its processor",
      "time divided by that share."
    })
public final class ColdStart implements Callable<Integer> {

  @Option(names = "--template", required = true, description = "The template.")
  private Path template = Path.of("template.yaml");

  @Option(names = "--folder", required = true, description = "Where the logs go.")
  private Path folder = Path.of("");

  @Option(names = "--runs", description = "How often each is started (default: 10).")
  private int runs = 10;

  @Option(
      names = "--function",
      split = ",",
      description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
  private List<Subject> subjects = List.of(Subject.values());

  @Option(
      names = "--kind",
      split = ",",
      description = "How they start: ${COMPLETION-CANDIDATES} (default: both).")
  private List<Kind> kinds = List.of(Kind.values());

  @Option(
      names = "--package",
      description =
          "A deployment package or a folder with one unpacked, instead of the template's.")
  private Optional<Path> given = Optional.empty();

  @Option(
      names = "--against",
      description = "Another one, started in turns with the first to compare with.")
  private Optional<Path> other = Optional.empty();

  @Option(
      names = "--no-cache",
      description = "Without a cache of the runtime's own classes, which Lambda has.")
  private boolean cacheless;

  @Option(names = "--against-flag", description = "A flag of the JVMs to compare with besides.")
  private List<String> othersFlags = List.of();

  @Option(names = "--flag", description = "A flag of their JVMs besides.")
  private List<String> flags = List.of();

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  private ColdStart() {}

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ColdStart()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    try {
      Report report = new Report(starts());
      System.out.println(json ? report.json() : report.table());
      return 0;
    } catch (AssertionError e) { // an Error, which would leave the bed's threads running
      throw new IllegalStateException("not answered as it should be: see the logs in " + folder, e);
    }
  }

  private Map<Subject, Map<String, List<Run>>> starts() throws IOException, InterruptedException {
    List<String> cache = cacheless || !kinds.contains(Kind.COLD) ? List.of() : cache();
    Map<Subject, Map<String, List<Run>>> starts = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Map<String, List<Run>> all = new LinkedHashMap<>();
      for (Kind kind : kinds) {
        // one that is restored started long ago
        List<String> had = kind == Kind.COLD ? cache : List.of();
        all.putAll(new Starts(variants(subject, had), subject, kind, runs).all());
      }
      starts.put(subject, all);
    }
    return starts;
  }

  private List<String> cache() throws IOException, InterruptedException {
    return RuntimeCache.flags(options(Subject.SEND, given).flags(flags).processes());
  }

  /** What is started in turns, by what is added to the names of its runs. */
  private Map<String, BedOptions> variants(Subject subject, List<String> cache) {
    Map<String, BedOptions> variants = new LinkedHashMap<>();
    variants.put("", options(subject, given).flags(flags).flags(cache));
    if (other.isPresent() || !othersFlags.isEmpty()) {
      BedOptions second = options(subject, other.or(() -> given)).flags(flags);
      variants.put("_against", second.flags(cache).flags(othersFlags));
    }
    return variants;
  }

  private BedOptions options(Subject subject, Optional<Path> code) {
    return BedOptions.of(template)
        .processes(subject.function()::equals, folder)
        .code(code.<Code>map(Code.Deployed::new).orElseGet(Code.OfTemplate::new));
  }
}
