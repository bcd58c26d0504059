package io.github.aspoperator.local.crash;

import io.github.aspoperator.identity.Token;
import io.github.aspoperator.local.client.AdminClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The operator as a process of its own, on one data directory. It may be killed, stopped and
 * started again; each start listens at another port.
 */
final class OperatorProcess implements AutoCloseable {

  private static final Pattern RUNNING = Pattern.compile("is running at (http://\\S+)\\n");
  private static final Pattern LOGGED = Pattern.compile("WARNING|SEVERE|Exception|\\tat ");
  private static final long PATIENCE_SECONDS = 60;

  private final Path directory;
  private final List<String> command;
  private final Path said;
  private final List<Shift> shifts = new ArrayList<>();
  private int heard;
  private Process process;
  private volatile String url;

  /** From when a process listened until it was told to end, or not yet; epoch milliseconds. */
  private record Shift(long from, long to) {

    long within(long first, long last) {
      return Math.max(0, Math.min(to, last) - Math.max(from, first));
    }
  }

  private OperatorProcess(Path directory, List<String> command) {
    this.directory = directory;
    this.command = command;
    this.said = Launch.temporary();
    this.process = launch();
    this.url = awaitUrl();
  }

  /** Starts one on {@code directory}, at any free port. */
  static OperatorProcess on(Path directory, String... options) {
    List<String> all = new ArrayList<>(List.of("--port", "0", "--data", directory.toString()));
    all.addAll(List.of(options));
    return running(directory, Launch.command(all.toArray(String[]::new)));
  }

  /** Starts {@code command}, which is to run one on {@code directory}. */
  static OperatorProcess running(Path directory, List<String> command) {
    return new OperatorProcess(directory, command);
  }

  private Process launch() {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The start screen tells where it listens. */
  private String awaitUrl() {
    int from = heard;
    Eventually.until(
        () -> RUNNING.matcher(said().substring(from)).find() || !process.isAlive(), this::said);
    String screen = said();
    heard = screen.length();
    shifts.add(new Shift(System.currentTimeMillis(), Long.MAX_VALUE));
    Matcher matcher = RUNNING.matcher(screen.substring(from));
    if (!matcher.find()) {
      throw new IllegalStateException("it ended: " + screen);
    }
    return matcher.group(1);
  }

  /** Where it listens now. */
  String url() {
    return url;
  }

  /** Its data directory. */
  Path directory() {
    return directory;
  }

  /** Its process id. */
  long pid() {
    return process.pid();
  }

  /** Everything it printed, all starts together. */
  String said() {
    try {
      return Files.readString(said);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it logged nothing: neither a warning nor an exception, in all its starts. */
  boolean isQuiet() {
    return logged().isEmpty();
  }

  /** The lines with a warning or an exception, of all its starts. */
  List<String> logged() {
    return said().lines().filter(line -> LOGGED.matcher(line).find()).toList();
  }

  /** For how many milliseconds it was at work between two moments, epoch milliseconds. */
  long atWork(long from, long to) {
    return shifts.stream().mapToLong(shift -> shift.within(from, to)).sum();
  }

  /** The longest that it was gone between two starts, in milliseconds. */
  long longestOutage() {
    return IntStream.range(1, shifts.size())
        .mapToLong(i -> shifts.get(i).from() - shifts.get(i - 1).to())
        .max()
        .orElse(0);
  }

  private void endShift() {
    Shift last = shifts.removeLast();
    shifts.add(new Shift(last.from(), Math.min(last.to(), System.currentTimeMillis())));
  }

  /** {@code kill -9}; it is gone when this returns. */
  void kill() {
    endShift();
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM; its exit code when it is gone. */
  int stop() {
    endShift();
    process.destroy();
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("does not end; it said: " + said());
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts it again on the same directory, with the same options. */
  void startAgain() {
    process = launch();
    url = awaitUrl();
  }

  /** The owner's side, with the token from its file. */
  AdminClient admin() {
    return new AdminClient(this::url, secret("admin-token"));
  }

  /** What a token file of the data directory holds. */
  Token secret(String file) {
    try {
      return new Token(Files.readString(directory.resolve(file)).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
    said.toFile().delete();
  }
}
