package io.github.aspoperator.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.aspoperator.load.run.Result;
import io.github.aspoperator.load.setup.CannotRun;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: one run, one report, one exit code. */
@Command(
    name = "scripts/load",
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Loads an operator of the Agent Session Protocol and judges what it delivered.",
      "",
      "Both agents of each session listen by WebSocket. Every frame is kept, and at the end each"
          + " agent must have every event of its sessions exactly once and in order. Senders are"
          + " closed loops, so the rate is what the operator makes of it.%n"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  scripts/load --admin-token-file data/admin-token --sessions 50 --seconds 30",
      "  scripts/load --agents agents.json --senders 100 --keys header --json",
      "  scripts/load --admin-token-file data/admin-token --reconnect 200 --missed 50"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:everything was delivered, once and in order",
      "1:something was not: a count that must be zero is not",
      "2:there was nothing to judge; stderr says why in one sentence"
    })
public final class Main implements Callable<Integer> {
  private static final int FINE = 0;
  private static final int WRONG = 1;
  private static final int COULD_NOT_RUN = 2;

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
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    return new CommandLine(new Main())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(Main::refuse)
        .execute(arguments);
  }

  private static int refuse(ParameterException e, String[] arguments) {
    e.getCommandLine()
        .getErr()
        .println(e.getMessage() + "; scripts/load --help lists the options.");
    return COULD_NOT_RUN;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (Job job = Job.of(options, err::println)) {
      Result result = job.run();
      Report.print(result, options.json, out, err);
      return result.fine() ? FINE : WRONG;
    } catch (CannotRun e) {
      err.println(e.getMessage());
      return COULD_NOT_RUN;
    }
  }
}
