package io.github.aspoperator.conformance;

import io.github.aspoperator.conformance.subject.Account;
import io.github.aspoperator.conformance.subject.AgentFile;
import io.github.aspoperator.conformance.subject.CannotJudge;
import io.github.aspoperator.conformance.subject.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said on the command line, or in the environment. */
final class Options {

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${ASP_OPERATOR_URL}",
      description = "The operator; or ASP_OPERATOR_URL.")
  @Nullable String url;

  @Option(
      names = "--ws-url",
      paramLabel = "URL",
      defaultValue = "${ASP_WS_URL}",
      description = "Where agents connect, complete (default: /connect there); or ASP_WS_URL.")
  @Nullable String webSocketUrl;

  @Option(
      names = "--agents",
      paramLabel = "FILE|JSON",
      defaultValue = "${ASP_TEST_AGENTS}",
      description =
          "Agents that admit each other: {\"@a.b\": \"<token>\"} or {\"@a.b\": {\"token\":"
              + " \"<token>\"}}; or ASP_TEST_AGENTS. With four of them most checks can be judged.")
  @Nullable String agents;

  @Option(
      names = "--admin-url",
      paramLabel = "URL",
      defaultValue = "${ASP_ADMIN_URL}",
      description = "Where /_admin is, if it is elsewhere; or ASP_ADMIN_URL.")
  @Nullable String adminUrl;

  @Option(
      names = "--admin-token",
      paramLabel = "TOKEN",
      defaultValue = "${ASP_ADMIN_TOKEN}",
      description =
          "With it every check gets fresh agents, and policies, blocks and removal are judged too;"
              + " or ASP_ADMIN_TOKEN.")
  @Nullable String adminToken;

  @Option(
      names = "--admin-token-file",
      paramLabel = "FILE",
      description = "The same; the token is read from this file.")
  @Nullable Path adminTokenFile;

  @Option(
      names = "--away",
      paramLabel = "SECONDS",
      description = "The operator reports an absence after so long; needed to judge presence.")
  @Nullable Double away;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "It makes an absent agent leave after so long; needed to judge presence.")
  @Nullable Double grace;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "The operator may take so long to notice that a connection was closed (default:"
              + " ${DEFAULT-VALUE}).")
  double settle;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description =
          "How long to wait for a frame that should come; for an answer three times as long"
              + " (default: ${DEFAULT-VALUE}).")
  double patience;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "24",
      description = "Checks at work at once (default: ${DEFAULT-VALUE}).")
  int atOnce;

  @Option(
      names = "--profile",
      paramLabel = "public|all",
      defaultValue = "all",
      description =
          "public leaves out what the public protocol is silent about (default: ${DEFAULT-VALUE}).")
  String profile = "";

  @Option(
      names = "--only",
      paramLabel = "ID",
      split = ",",
      description = "Only checks whose id begins so.")
  List<String> only = List.of();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Ids that are expected to fail, one a line; # begins a comment.")
  @Nullable Path baseline;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where to put results.json, the JUnit XML and index.html.")
  @Nullable Path report;

  @Option(
      names = "--table",
      description = "Print which checks stand for which clause (docs/conformance.md), and exit.")
  boolean table;

  @Option(names = "--json", description = "Print results.json instead of the table.")
  boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  boolean help;

  /** The operator as it was described. */
  Target target() throws CannotJudge {
    if (url == null) {
      throw new CannotJudge("Say which operator: --url, or ASP_OPERATOR_URL.");
    }
    URI http = uri(url);
    URI stream =
        webSocketUrl == null
            ? URI.create(http.toString().replaceFirst("^http", "ws") + "/connect")
            : uri(webSocketUrl);
    Optional<String> token = adminToken();
    URI adminAt = adminUrl == null ? http : uri(adminUrl);
    return new Target(
        http,
        stream,
        accounts(),
        token.map(t -> new Target.Admin(adminAt, t)),
        windows(),
        millis(settle),
        millis(patience));
  }

  private Optional<Target.Windows> windows() throws CannotJudge {
    if (away == null && grace == null) {
      return Optional.empty();
    }
    if (away == null || grace == null) {
      throw new CannotJudge("Of --away and --grace both are needed, or neither.");
    }
    return Optional.of(new Target.Windows(millis(away), millis(grace)));
  }

  private static Duration millis(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private Optional<String> adminToken() throws CannotJudge {
    if (adminTokenFile == null) {
      return Optional.ofNullable(adminToken);
    }
    try {
      return Optional.of(Files.readString(adminTokenFile).strip());
    } catch (IOException e) {
      throw new CannotJudge("The admin token cannot be read from " + adminTokenFile + ".");
    }
  }

  private List<Account> accounts() throws CannotJudge {
    if (agents == null) {
      return List.of();
    }
    if (agents.strip().startsWith("{")) {
      return AgentFile.read(agents);
    }
    try {
      return AgentFile.read(Files.readString(Path.of(agents)));
    } catch (IOException e) {
      throw new CannotJudge("The agents cannot be read from " + agents + ".");
    }
  }

  private static URI uri(String text) throws CannotJudge {
    try {
      URI uri = URI.create(text.replaceFirst("/+$", ""));
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // said below
    }
    throw new CannotJudge(text + " is no URL.");
  }
}
