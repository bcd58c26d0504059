package io.github.aspoperator.local.hostile;

import io.github.aspoperator.local.JavaCommand;
import io.github.aspoperator.local.client.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator as a process of its own, logging by a given configuration. */
final class LoggedProcess implements AutoCloseable {

  private static final Pattern RUNNING = Pattern.compile("is running at (http://\\S+)");

  private final Path output;
  private final Process process;

  /** Starts it on {@code directory}; everything it prints is kept. */
  LoggedProcess(Path directory, Path logging) throws IOException {
    output = Files.createTempFile("asp-log-", ".txt");
    process =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-Djava.util.logging.config.file=" + logging),
                    "io.github.aspoperator.local.Main",
                    List.of("--port", "0", "--data", directory.toString())))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  /** Where it listens, once it does. */
  String url() {
    Await.equal(true, () -> RUNNING.matcher(printed()).find() || !process.isAlive());
    Matcher running = RUNNING.matcher(printed());
    if (!running.find()) {
      throw new IllegalStateException(printed());
    }
    return running.group(1);
  }

  /** Everything it has printed. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it in order; everything it printed. */
  String stop() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new AssertionError("it does not stop: " + printed());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return printed();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    output.toFile().delete();
  }
}
