package io.github.aspoperator.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.aspoperator.conformance.check.Found;
import io.github.aspoperator.conformance.checks.Suite;
import io.github.aspoperator.conformance.engine.Conformance;
import io.github.aspoperator.conformance.report.ClauseTable;
import io.github.aspoperator.conformance.report.JsonReport;
import io.github.aspoperator.conformance.report.Page;
import io.github.aspoperator.conformance.report.Result;
import io.github.aspoperator.conformance.report.Terminal;
import io.github.aspoperator.conformance.report.Verdict;
import io.github.aspoperator.conformance.subject.CannotJudge;
import io.github.aspoperator.conformance.subject.Target;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: one run, one report, one exit code. */
@Command(
    name = "scripts/conformance",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Judges an operator of the Agent Session Protocol from outside, by HTTP and WebSocket.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/conformance --url http://127.0.0.1:8080 --admin-token-file data/admin-token",
      "  scripts/conformance --url https://asp.example --agents agents.json --profile public"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all checks came out as expected",
      "1:the operator is wrong, or the baseline is stale",
      "2:nothing could be judged; stderr says why in one sentence"
    })
public final class Main implements Callable<Integer> {

  private static final int FINE = 0;
  private static final int WRONG = 1;
  private static final int COULD_NOT_JUDGE = 2;

  @Mixin private final Options options = new Options();

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    System.exit(
        execute(
            new PrintWriter(System.out, true, UTF_8),
            new PrintWriter(System.err, true, UTF_8),
            arguments));
  }

  /** Runs as the command line says; returns the exit code. */
  public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Main::refuse)
        .execute(arguments);
  }

  private static int refuse(ParameterException wrong, String[] arguments) {
    wrong.getCommandLine().getErr().println(wrong.getMessage());
    return COULD_NOT_JUDGE;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (options.table) {
      out.print(ClauseTable.markdown(Suite.all()));
      out.flush();
      return FINE;
    }
    try {
      Set<String> expected = baseline(options.baseline);
      List<Found> checks =
          Conformance.checks(
              options.profile.equals("public"),
              id -> options.only.isEmpty() || options.only.stream().anyMatch(id::startsWith));
      if (checks.isEmpty()) {
        throw new CannotJudge("No check is called so: " + String.join(", ", options.only) + ".");
      }
      Target target = options.target();
      if (options.report != null) {
        Files.createDirectories(options.report);
      }
      List<Result> results = Conformance.judge(target, checks, options.atOnce, listeners(out));
      Verdict verdict = Verdict.of(results, expected);
      if (!verdict.judged()) {
        throw new CannotJudge("Nothing could be judged: " + results.getFirst().message() + ".");
      }
      out.print(options.json ? JsonReport.text(verdict) : Terminal.text(verdict));
      out.flush();
      if (options.report != null) {
        JsonReport.write(verdict, options.report.resolve("results.json"));
        Page.write(verdict, target.url(), options.report.resolve("index.html"));
      }
      return verdict.isFine() ? FINE : WRONG;
    } catch (CannotJudge e) {
      spec.commandLine().getErr().println(e.getMessage());
      return COULD_NOT_JUDGE;
    }
  }

  private TestExecutionListener[] listeners(PrintWriter out) {
    return options.report == null
        ? new TestExecutionListener[0]
        : new TestExecutionListener[] {new LegacyXmlReportGeneratingListener(options.report, out)};
  }

  private static Set<String> baseline(@Nullable Path file) throws CannotJudge {
    if (file == null) {
      return Set.of();
    }
    Set<String> ids = new TreeSet<>();
    try {
      for (String line : Files.readAllLines(file)) {
        String id = line.replaceFirst("#.*", "").strip();
        if (!id.isEmpty()) {
          ids.add(id);
        }
      }
    } catch (IOException e) {
      throw new CannotJudge("The baseline cannot be read from " + file + ".");
    }
    return ids;
  }
}
