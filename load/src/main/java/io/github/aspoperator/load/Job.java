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
    least("--sessions", options.sessions, 1);
    least("--seconds", options.seconds, 1);
    least("--warmup", options.warmup, 0);
    least("--missed", options.missed, 1);
    least("--pause", options.pause, 0);
    least("--settle", options.settle, 1);
    least("--senders", options.senders == null ? 1 : options.senders, 1);
    least("--reconnect", options.reconnect == null ? 1 : options.reconnect, 1);
    if (options.messageBytes < MessageShape.SHORTEST) {
      throw new CannotRun(
          "--message-bytes must be at least "
              + MessageShape.SHORTEST
              + ": each message carries a stamp.");
    }
  }

  private static void least(String name, long value, long least) throws CannotRun {
    if (value < least) {
      throw new CannotRun(name + " must be at least " + least + ", not " + value + ".");
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
      throw new CannotRun("--admin-token-file " + file + " cannot be read.");
    }
  }
}
