package io.github.aspoperator.local;

import io.github.aspoperator.local.client.AdminClient;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.local.socket.Patience;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.testkit.model.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A real operator for one test: on loopback, on a free port, with its own data; it stops what it
 * started. Windows are short unless said otherwise.
 */
public final class TestOperator implements AutoCloseable {

  /** How it is to run. */
  public record Setting(
      boolean memory,
      long awayMillis,
      OptionalLong graceMillis,
      long stretchMillis,
      int rate,
      Patience patience) {

    /** On files, with the windows of a user who changes nothing. */
    public static final Setting FILES =
        new Setting(false, 3_000, OptionalLong.of(30_000), 60_000, 1_000_000, Patience.USUAL);

    /** In memory. */
    public static final Setting MEMORY =
        new Setting(true, 3_000, OptionalLong.of(30_000), 60_000, 1_000_000, Patience.USUAL);

    /** With these presence windows; grace empty is off. */
    public Setting windows(long away, OptionalLong grace) {
      return new Setting(memory, away, grace, stretchMillis, rate, patience);
    }

    /** With this many requests per second of one agent. */
    public Setting rate(int perSecond) {
      return new Setting(memory, awayMillis, graceMillis, stretchMillis, perSecond, patience);
    }

    /** With this patience with connections. */
    public Setting patience(Patience with) {
      return new Setting(memory, awayMillis, graceMillis, stretchMillis, rate, with);
    }

    /** With a stretch of that length. */
    public Setting stretch(long millis) {
      return new Setting(memory, awayMillis, graceMillis, millis, rate, patience);
    }
  }

  private final Setting setting;
  private final Path directory;
  private final AdminClient admin;
  private LocalOperator operator;

  private TestOperator(Setting setting, Path directory) {
    this.setting = setting;
    this.directory = directory;
    this.operator = launch(setting, directory);
    this.admin =
        new AdminClient(
            this::url,
            new SecretFiles(directory).read(directory.resolve("admin-token")).orElseThrow());
  }

  /** Starts one. */
  public static TestOperator start(Setting setting) {
    try {
      return new TestOperator(setting, Files.createTempDirectory("asp-test-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalOperator launch(Setting setting, Path directory) {
    Options options =
        new Options(
            0,
            "127.0.0.1",
            setting.memory() ? Optional.empty() : Optional.of(directory),
            Optional.empty(),
            setting.awayMillis(),
            setting.graceMillis(),
            setting.stretchMillis(),
            setting.rate(),
            setting.patience());
    LocalOperator operator = LocalOperator.start(options, directory);
    operator.seeding(directory).admin();
    try {
      operator.listen();
    } catch (Exception e) {
      throw new IllegalStateException("the operator does not listen", e);
    }
    return operator;
  }

  /** Stops it in order and starts it again on the same data, at another port. */
  public void restart() {
    operator.close();
    operator = launch(setting, directory);
  }

  /** Where it listens now. */
  public String url() {
    return operator.url();
  }

  /** Its adapters, to look behind the wire. */
  public Ports ports() {
    return operator.ports();
  }

  /** As it is judged. */
  public Subject subject() {
    return new Subject(url(), admin.token(), ports(), true);
  }

  /** As {@link Subject#awaitDrained}. */
  public void awaitDrained(String session) {
    subject().awaitDrained(session);
  }

  /** The owner's side, with the operator's token. */
  public AdminClient admin() {
    return admin;
  }

  /** A new agent with an open policy. */
  public TestAgent agent(String handle) {
    return admin.register(handle, "open");
  }

  @Override
  public void close() {
    operator.close();
    try (var files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
