package io.github.aspoperator.local.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line of the operator, run by the JDK and with the classes of this test. */
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.config.file=" + Path.of("logging.properties").toAbsolutePath()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(List.of(options));
    return command;
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
