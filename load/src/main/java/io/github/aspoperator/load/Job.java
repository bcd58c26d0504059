package io.github.aspoperator.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.aspoperator.load.run.MessageShape;
import io.github.aspoperator.load.run.ReconnectRun;
import io.github.aspoperator.load.run.Result;
import io.github.aspoperator.load.run.Setting;
import io.github.aspoperator.load.run.Target;
import io.github.aspoperator.load.run.ThroughputRun;
import io.github.aspoperator.load.setup.AgentFile;
import io.github.aspoperator.load.setup.Agents;
import io.github.aspoperator.load.setup.Calls;
import io.github.aspoperator.load.setup.CannotRun;
import io.github.aspoperator.load.setup.NewAgents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The options, checked and made into a run. */
final class Job implements AutoCloseable {
  private final Options options;
  private final Calls calls;
  private final Setting setting;

  private Job(Options options, Calls calls, Setting setting) {
    this.options = options;
    this.calls = calls;
    this.setting = setting;
  }

  static Job of(Options options, Consumer<String> err) throws CannotRun {
    check(options);
    Target target = Target.of(options.url, options.webSocketUrl);
    String run = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
    Calls calls = new Calls(target.url());
    Setting setting =
        new Setting(
            target,
            new MessageShape(options.messageBytes, options.keys, run),
            calls,
            agents(options, calls, run),
            Duration.ofSeconds(options.settle),
            options.progress ? err : line -> {});
    return new Job(options, calls, setting);
  }

  Result run() throws CannotRun {
    if (options.reconnect != null) {
      int senders = options.senders == null ? 16 : options.senders;
      return new ReconnectRun(
              options.reconnect, options.missed, senders, Duration.ofMillis(options.pause))
          .run(setting);
    }
    int senders = options.senders == null ? options.sessions : options.senders;
    return new ThroughputRun(options.sessions, senders, options.warmup, options.seconds)
        .run(setting);
  }

  @Override
  public void close() {
    calls.close();
  }

  private static void check(Options options) throws CannotRun {
    boolean enough =
        options.sessions > 0
            && options.seconds > 0
            && options.warmup >= 0
            && options.missed > 0
            && options.pause >= 0
            && options.settle > 0
            && (options.senders == null || options.senders > 0)
            && (options.reconnect == null || options.reconnect > 0);
    if (!enough) {
      throw new CannotRun(
          "Sessions, senders, seconds and missed messages must be positive, times not negative.");
    }
    if (options.messageBytes < MessageShape.SHORTEST) {
      throw new CannotRun(
          "--message-bytes must be at least "
              + MessageShape.SHORTEST
              + ": each message carries a stamp.");
    }
  }

  private static Agents agents(Options options, Calls calls, String run) throws CannotRun {
    if (options.agents != null) {
      return new AgentFile(options.agents);
    }
    String token = options.adminToken == null ? "" : options.adminToken.strip();
    if (options.adminTokenFile != null) {
      token = read(options.adminTokenFile);
    }
    if (token.isEmpty()) {
      throw new CannotRun(
          "No agents: give --admin-token or --admin-token-file to make some, or --agents with"
              + " some.");
    }
    return new NewAgents(calls, token, options.owner, run);
  }

  private static String read(Path file) throws CannotRun {
    try {
      return Files.readString(file, UTF_8).strip();
    } catch (IOException e) {
      throw new CannotRun(file + " cannot be read.");
    }
  }
}
