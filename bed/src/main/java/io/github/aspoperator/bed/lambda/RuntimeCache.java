package io.github.aspoperator.bed.lambda;

import io.github.aspoperator.bed.template.FunctionSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What Lambda's {@code java25} starts with: a cache of the JDK's, ahead of time, of its own runtime
 * client (Lambda's documentation, "Ahead-of-Time (AOT) and CDS caches"). This one is made here,
 * from a function that does nothing, and so holds no class of any other.
 */
public final class RuntimeCache {

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

  private RuntimeCache() {}

  /**
   * Makes one.
   *
   * @param options how the processes are started that will have it
   * @return the flags with which they have it, or do not start
   */
  public static List<String> flags(ProcessOptions options) throws IOException {
    Path folder = options.folder().toAbsolutePath();
    Path cache = folder.resolve("runtime.aot");
    Files.deleteIfExists(cache);
    Path root = taskRoot(folder);
    ProcessOptions training =
        new ProcessOptions(
            options.java(),
            options.root(),
            new Code.Deployed(root),
            Stream.concat(options.flags().stream(), Stream.of("-XX:AOTCacheOutput=" + cache))
                .toList(),
            folder,
            false);
    FunctionProcess process = new FunctionProcess("nothing", NOTHING, ENVIRONMENT, training, root);
    try {
      Outcome outcome =
          process.invoke(new Invocation("1", "arn:aws:lambda:nowhere", "{}", PATIENCE));
      if (!(outcome instanceof Outcome.Answer)) {
        throw new IOException("a function that does nothing did not do it: " + outcome);
      }
      process.end(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("not waited for", e);
    } finally {
      process.kill();
    }
    if (Files.notExists(cache)) {
      throw new FileNotFoundException(cache + ": see " + folder.resolve(NOTHING.id() + ".log"));
    }
    return List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on");
  }

  /** A folder with nothing but {@link Nothing}. */
  private static Path taskRoot(Path folder) throws IOException {
    Path root = folder.resolve("nothing");
    String file = Nothing.class.getName().replace('.', '/') + ".class";
    Path target = root.resolve(file);
    Files.createDirectories(target.resolveSibling(""));
    Files.deleteIfExists(target);
    try (InputStream in = RuntimeCache.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      Files.copy(in, target);
    }
    return root;
  }
}
