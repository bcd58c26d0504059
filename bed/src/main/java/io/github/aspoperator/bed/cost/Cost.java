package io.github.aspoperator.bed.cost;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Counts what each operation uses, and prices it. */
@Command(
    name = "scripts/cost",
    mixinStandardHelpOptions = true,
    description = {
      "Runs each operation on the AWS stack of template.yaml on this machine, counts what it uses,",
      "and prints units and list price (US dollars a million)."
    })
public final class Cost implements Callable<Integer> {

  /** One message between two connected agents, echo included, cannot cost less than this. */
  private static final double FLOOR = 4.66;

  @Option(names = "--template", required = true, description = "The template.")
  private Path template = Path.of("template.yaml");

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  private Cost() {}

  /** The command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Cost()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Bed bed = Bed.start(BedOptions.of(template))) {
      Map<String, Count> counts = new Operations(bed).all();
      System.out.println(json ? json(counts) : table(counts));
    }
    return 0;
  }

  private static String table(Map<String, Count> counts) {
    Prices prices = new Prices();
    StringBuilder out = new StringBuilder();
    out.append(
        "%-34s %8s %6s %6s %7s %6s %6s %6s %6s%n"
            .formatted(
                "operation", "usd/10^6", "wru", "rru", "pushes", "calls", "sqs", "fifo", "trips"));
    counts.forEach((name, count) ->
        out.append(
            String.format(
                Locale.ROOT,
                "%-34s %8.2f %6.1f %6.1f %7.1f %6.1f %6.1f %6.1f %6.1f%n",
                name,
                prices.ofMillion(count),
                count.writeUnits(),
                count.readUnits(),
                count.pushes(),
                count.invocations(),
                count.standardMessages(),
                count.fifoMessages(),
                count.tableCalls())));
    for (String send : List.of(Operations.SEND, Operations.SEND_WITH_KEY)) {
      Count count = counts.get(send);
      if (count != null) {
        out.append(
            String.format(
                Locale.ROOT,
                "%s: %.2f times the floor of %.2f%n",
                send,
                prices.ofMillion(count) / FLOOR,
                FLOOR));
      }
    }
    return out.append("prices: ").append(Prices.LIST).toString();
  }

  private static String json(Map<String, Count> counts) {
    Prices prices = new Prices();
    StringBuilder out = new StringBuilder("{");
    counts.forEach((name, count) ->
        out.append(out.length() == 1 ? "" : ",")
            .append(
                String.format(
                    Locale.ROOT,
                    "\"%s\":{\"usd_per_million\":%.3f,\"wru\":%.2f,\"rru\":%.2f,\"pushes\":%.2f,"
                        + "\"invocations\":%.2f,\"sqs\":%.2f,\"fifo\":%.2f,\"trips\":%.2f}",
                    name,
                    prices.ofMillion(count),
                    count.writeUnits(),
                    count.readUnits(),
                    count.pushes(),
                    count.invocations(),
                    count.standardMessages(),
                    count.fifoMessages(),
                    count.tableCalls())));
    return out.append("}").toString();
  }
}
