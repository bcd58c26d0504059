package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.ledger.InvocationEntry;
import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Lambda's runtime with a function that does nothing: what another takes besides is its own. */
public final class RuntimeAlone {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MEMORY_MEGABYTES = 512;

  private static final FunctionSpec NOTHING =
      new FunctionSpec(
          "NothingFunction",
          Nothing.class.getName(),
          "",
          Math.toIntExact(PATIENCE.toSeconds()),
          MEMORY_MEGABYTES,
          Map.of(),
          OptionalInt.empty());

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_LAMBDA_FUNCTION_NAME", NOTHING.id(),
          "AWS_LAMBDA_FUNCTION_VERSION", "1",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MEGABYTES),
          "AWS_LAMBDA_LOG_FORMAT", "JSON",
          "TZ", ":UTC");

  private final ProcessOptions options;
  private final Path root;

  /**
   * Started on demand, and else like the processes of {@code options}.
   *
   * @throws IOException when its code cannot be laid down in their folder
   */
  public RuntimeAlone(ProcessOptions options) throws IOException {
    Path folder = options.folder().toAbsolutePath();
    this.root = taskRoot(folder);
    this.options =
        new ProcessOptions(
            options.java(),
            options.root(),
            new Code.Deployed(root),
            options.flags(),
            folder,
            false);
  }

  /** What its process writes. */
  Path log() {
    return options.folder().resolve(NOTHING.id() + ".log");
  }

  /**
   * Starts it, has it answer an event and waits until it has ended.
   *
   * @return what that event took from the start of the process
   * @throws IOException when it does not answer
   */
  public InvocationEntry start() throws IOException, InterruptedException {
    long start = System.nanoTime();
    FunctionProcess process = new FunctionProcess("nothing", NOTHING, ENVIRONMENT, options, root);
    try {
      Outcome outcome =
          process.invoke(new Invocation("1", "arn:aws:lambda:nowhere", "{}", PATIENCE));
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      if (!(outcome instanceof Outcome.Answer)) {
        throw new IOException(outcome + " of a function that does nothing: see " + log());
      }
      Duration used = process.processorTime();
      process.end(PATIENCE);
      return new InvocationEntry(
          NOTHING.id(), process.name(), true, true, duration, used, process.logBytes());
    } finally {
      process.kill();
    }
  }

  /** A folder with nothing but {@link Nothing}. */
  private static Path taskRoot(Path folder) throws IOException {
    Path root = folder.resolve("nothing");
    String file = Nothing.class.getName().replace('.', '/') + ".class";
    Path target = root.resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    Files.deleteIfExists(target);
    try (InputStream in = RuntimeAlone.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      Files.copy(in, target);
    }
    return root;
  }
}
