package io.github.aspoperator.load;

import io.github.aspoperator.load.run.Keys;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class Options {
  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description =
          "The operator (default: ${DEFAULT-VALUE}); https works too, through the trust store of"
              + " this Java.")
  String url = "";

  @Option(
      names = "--ws-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "Where agents connect, complete (default: /connect at the operator's URL).")
  String webSocketUrl = "";

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      description = "Make new agents through POST /_admin/agents with this token.")
  @Nullable String adminToken;

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      description = "The same; the token is read from this file.")
  @Nullable Path adminTokenFile;

  @Option(
      names = "--owner",
      paramLabel = "NAME",
      defaultValue = "load",
      description = "Whose the new agents are: @NAME.load-<run>-<n> (default: ${DEFAULT-VALUE}).")
  String owner = "";

  @Option(
      names = "--agents",
      paramLabel = "FILE",
      description =
          "Use agents that exist and admit each other: {\"@a.b\": \"<token>\"} or {\"@a.b\":"
              + " {\"token\": \"<token>\"}}. Fewer than two a session are used in turn.")
  @Nullable Path agents;

  @Option(
      names = "--sessions",
      paramLabel = "S",
      defaultValue = "10",
      description = "Sessions of two agents, both connected (default: ${DEFAULT-VALUE}).")
  int sessions;

  @Option(
      names = "--senders",
      paramLabel = "C",
      description =
          "Senders; sender i works on session i mod S and sends again as soon as it has its answer"
              + " (default: S; with --reconnect: A, at most 16).")
  @Nullable Integer senders;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "10",
      description = "How long to count (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--warmup",
      paramLabel = "W",
      defaultValue = "3",
      description = "How long to send before counting (default: ${DEFAULT-VALUE}).")
  int warmup;

  @Option(
      names = "--message-bytes",
      paramLabel = "B",
      defaultValue = "200",
      description = "Length of each message's content, at least 34 (default: ${DEFAULT-VALUE}).")
  int messageBytes;

  @Option(
      names = "--keys",
      paramLabel = "WHERE",
      defaultValue = "none",
      description = "Idempotency keys: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  Keys keys = Keys.none;

  @Option(
      names = "--reconnect",
      paramLabel = "A",
      description = "Measure one agent's return to A sessions instead of the throughput.")
  @Nullable Integer reconnect;

  @Option(
      names = "--missed",
      paramLabel = "M",
      defaultValue = "20",
      description = "Messages missed in each of the A sessions (default: ${DEFAULT-VALUE}).")
  int missed;

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "500",
      description =
          "Milliseconds left to the operator to take note of a close (default: ${DEFAULT-VALUE}).")
  int pause;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "15",
      description =
          "How long to wait for what is still under way once nothing more comes (default:"
              + " ${DEFAULT-VALUE}).")
  int settle;

  @Option(names = "--json", description = "Print one JSON object instead of text.")
  boolean json;

  @Option(
      names = "--progress",
      description = "A line a second on stderr (scripts/load does this on a terminal by itself).")
  boolean progress;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
