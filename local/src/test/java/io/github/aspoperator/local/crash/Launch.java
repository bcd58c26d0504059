package io.github.aspoperator.local.crash;

import io.github.aspoperator.local.JavaCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operator's command line, run as a process of its own. */
final class Launch {

  private static final String MAIN = "io.github.aspoperator.local.Main";
  private static final long PATIENCE_SECONDS = 60;

  private Launch() {}

  /**
   * A command that ended by itself.
   *
   * @param code its exit code
   * @param out everything on standard output
   * @param err everything on standard error
   */
  record Exit(int code, String out, String err) {}

  /** The command with {@code options}. */
  static List<String> command(String... options) {
    return JavaCommand.of(
        List.of(
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Djava.util.logging.config.file=" + Path.of("logging.properties").toAbsolutePath()),
        MAIN,
        List.of(options));
  }

  /** Runs it until it ends. */
  static Exit toItsEnd(String... options) {
    Path out = temporary();
    Path err = temporary();
    try {
      Process process =
          new ProcessBuilder(command(options))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      try {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("still running: " + List.of(options) + Files.readString(out));
        }
        return new Exit(process.exitValue(), Files.readString(out), Files.readString(err));
      } finally {
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A file for what is printed. */
  static Path temporary() {
    try {
      return Files.createTempFile("asp-crash-", ".txt");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
