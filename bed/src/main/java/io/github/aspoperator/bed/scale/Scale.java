package io.github.aspoperator.bed.scale;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what must not grow with what there is. */
@Command(
    name = "scripts/scale",
    mixinStandardHelpOptions = true,
    description = {
      "On the AWS stack of template.yaml on this machine: how long an agent with many sessions"
          + " takes",
      "to connect, to disconnect and to be found absent, beside one with few, and in which slices",
      "its sessions are told; then how late live events are while another agent's backlog is",
      "replayed. Times are those of stand-ins: compare within a run."
    })
public final class Scale implements Callable<Integer> {

  /** The absence itself is not published here: only that the agent was made to leave. */
  private static final Map<String, String> WINDOWS =
      Map.of("AwaySeconds", "900", "GraceSeconds", "4");

  @Option(names = "--template", required = true, description = "The template.")
  private Path template = Path.of("template.yaml");

  @Option(names = "--sessions", description = "Of the agent with many (default: 10000).")
  private int many = 10_000;

  @Option(names = "--few", description = "Of the agent beside it (default: 100).")
  private int few = 100;

  @Option(
      names = "--enough",
      description = "Sessions it is waited for to be told of its absence (default: all).")
  private int enough = Integer.MAX_VALUE;

  @Option(names = "--backlog", description = "Sessions of the backlog (default: 200; 0: none).")
  private int backlog = 200;

  @Option(names = "--missed", description = "Messages in each of them (default: 20).")
  private int missed = 20;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  private Scale() {}

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Scale()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, Map<String, Double>> figures = new LinkedHashMap<>();
    if (backlog > 0) {
      try (Bed bed = Bed.start(BedOptions.of(template))) {
        figures.put("backlog", new Backlog(bed).of(backlog, missed));
      }
    }
    if (many > 0) {
      // the first warms up, and counts for nothing
      try (Bed bed = Bed.start(BedOptions.of(template).with(WINDOWS))) {
        new Comings(bed, enough).of(few + 1);
        figures.put("few", new Comings(bed, enough).of(few));
        figures.put("many", new Comings(bed, enough).of(many));
      }
    }
    System.out.println(json ? json(figures) : table(figures));
    return 0;
  }

  private static String table(Map<String, Map<String, Double>> all) {
    return all.entrySet().stream()
        .map(part -> part.getKey() + "\n" + rows(part.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String rows(Map<String, Double> figures) {
    return figures.entrySet().stream()
        .map(one -> String.format(Locale.ROOT, "  %-30s %12.2f", one.getKey(), one.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String json(Map<String, Map<String, Double>> all) {
    return all.entrySet().stream()
        .map(part ->
            part.getValue().entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "\"%s\":%.2f", one.getKey(), one.getValue()))
                .collect(Collectors.joining(",", "\"" + part.getKey() + "\":{", "}")))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
