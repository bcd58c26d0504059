package io.github.aspoperator.local;

import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.local.client.AdminClient;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.local.socket.Patience;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.session.SessionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

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

  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final long POLL_NANOS = 200_000;

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

  /**
   * Waits until all that the log of {@code session} holds was handed over or noted as owed, and the
   * index says who is in it.
   */
  public void awaitDrained(String session) {
    SessionId id = SessionId.parse(session).orElseThrow();
    await(
        session + " is not drained",
        () ->
            ports().heads().read(id).sequence()
                == ports().log().state(id).map(SessionState::sequence).orElse(-1L));
  }

  /** Waits until every connection of {@code agent} gets what all get. */
  public void awaitReady(String agent) {
    Handle handle = Handle.parse(agent).orElseThrow();
    await(agent + " is not ready", () -> ports().presences().read(handle).allReady());
  }

  /** Waits until that many connections of {@code agent} are recorded. */
  public void awaitConnections(String agent, int count) {
    Handle handle = Handle.parse(agent).orElseThrow();
    await(
        agent + " has not " + count + " connections",
        () -> ports().presences().read(handle).connections().size() == count);
  }

  /** Waits until everybody who may can read event {@code sequence} of {@code session}. */
  public void awaitLogged(String session, long sequence) {
    SessionId id = SessionId.parse(session).orElseThrow();
    await(
        session + " never has event " + sequence,
        () -> !ports().log().read(id, sequence - 1, 1).isEmpty());
  }

  private static void await(String otherwise, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(otherwise);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
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
