package io.github.aspoperator.local;

import io.github.aspoperator.wire.request.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** {@code scripts/local}: one process, the whole operator. */
public final class Main {

  /** As health tells it. */
  static final String VERSION = "0.1.0";

  private static final int USAGE = 2;

  private Main() {}

  /** Starts the operator and stays until it is stopped. */
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("--rehearse")) {
      Rehearsal.run(Path.of(args[1]));
      return;
    }
    CommandLine line = Options.commandLine();
    try {
      line.parseArgs(args);
      if (line.getParseResult().hasMatchedOption("--help")) {
        line.usage(System.out);
        return;
      }
      run(Options.of(line));
    } catch (ParameterException e) {
      String why = String.valueOf(e.getMessage());
      fail(why + (why.endsWith(".") ? "" : ".") + " See scripts/local --help.");
    } catch (CannotStart | UncheckedIOException e) {
      fail(String.valueOf(e.getMessage()));
    }
  }

  private static void run(Options options) throws Exception {
    // what can be refused is looked at first: a start that is refused leaves nothing behind
    Optional<List<Seed>> asked = Seeds.read(options.seed());
    lookAtPort(options);
    Path directory = directory(options);
    LocalOperator operator = LocalOperator.start(options, directory);
    try {
      Seeding seeding = operator.seeding(directory);
      Seeding.Outcome outcome =
          seeding.seed(asked.orElseGet(() -> Seeds.unasked(operator.ports())));
      seeding.admin();
      operator.listen();
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(operator, options, directory)));
      System.out.print(
          StartScreen.text(
              VERSION, operator.url(), directory, options.data().isPresent(), outcome));
      System.out.flush();
    } catch (Exception e) {
      stop(operator, options, directory);
      // Jetty wraps what the system says of the port
      throw e.getCause() instanceof BindException why ? portTaken(options, why) : e;
    }
  }

  private static void lookAtPort(Options options) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(options.host(), options.port()));
    } catch (BindException why) {
      throw portTaken(options, why);
    }
  }

  private static CannotStart portTaken(Options options, BindException why) {
    return new CannotStart(
        "Port %s of %s cannot be listened on (%s): choose another with --port, 0 for any free one."
            .formatted(options.port(), options.host(), why.getMessage()),
        why);
  }

  /** Made for nobody else's eyes; one that is there keeps the mode it has. */
  private static Path directory(Options options) {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    try {
      return options.data().isPresent()
          ? Files.createDirectories(options.data().get(), owner)
          : Files.createTempDirectory("asp-operator-", owner);
    } catch (IOException e) {
      throw new CannotStart("The data directory cannot be made: " + e.getMessage(), e);
    }
  }

  /** With {@code --memory} not even the tokens stay. */
  private static void stop(LocalOperator operator, Options options, Path directory) {
    operator.close();
    if (options.data().isEmpty()) {
      SecretFiles.delete(directory);
    }
  }

  private static void fail(String sentence) {
    System.err.println(sentence);
    System.exit(USAGE);
  }
}
