package io.github.aspoperator.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local operator in a process of its own, which the suite knows only by its URL. */
public final class LocalProcess implements AutoCloseable {

  private static final String MAIN = "io.github.aspoperator.local.Main";
  private static final Pattern RUNNING = Pattern.compile("is running at (http://\\S+)");
  private static final Pattern TOKEN = Pattern.compile("admin token +(\\S+)");
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private final Process process;
  private final Path printed;

  private LocalProcess(List<String> options) throws IOException {
    printed = Files.createTempFile("asp-conformance-", ".txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.sqlite.tmpdir=" + Path.of("target").toAbsolutePath(),
            "-cp",
            System.getProperty("java.class.path"),
            MAIN,
            "--port",
            "0"));
    command.addAll(options);
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
  }

  /** Starts one, and waits until it says where it listens. */
  public static LocalProcess start(String... options) {
    try {
      LocalProcess local = new LocalProcess(List.of(options));
      long end = System.nanoTime() + PATIENCE_NANOS;
      while (!RUNNING.matcher(local.said()).find()) {
        if (!local.process.isAlive() || System.nanoTime() > end) {
          local.close();
          throw new IllegalStateException("the operator did not start: " + local.said());
        }
        Thread.onSpinWait();
      }
      return local;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said() {
    try {
      return Files.readString(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String found(Pattern pattern) {
    Matcher matcher = pattern.matcher(said());
    if (!matcher.find()) {
      throw new IllegalStateException("not said: " + pattern);
    }
    return matcher.group(1);
  }

  /** Where it listens. */
  public String url() {
    return found(RUNNING);
  }

  /** Where its admin token lies. */
  public String adminTokenFile() {
    return found(TOKEN);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
      Files.deleteIfExists(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
