package io.github.aspoperator.local;

import io.github.aspoperator.local.socket.Patience;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * What the user asked for.
 *
 * @param port 0 for any free one
 * @param host to bind to; loopback unless the user says that there is no TLS
 * @param data the data directory; empty: nothing is kept
 * @param seed the seed file, if given
 * @param awayMillis see {@link io.github.aspoperator.presence.Windows}
 * @param graceMillis see there
 * @param stretchMillis how far back a stretch reaches
 * @param requestsPerSecond of one agent
 * @param patience with connections; no option changes it
 */
record Options(
    int port,
    String host,
    Optional<Path> data,
    Optional<Path> seed,
    long awayMillis,
    OptionalLong graceMillis,
    long stretchMillis,
    int requestsPerSecond,
    Patience patience) {

  private static final double MILLIS = 1000;

  /** Reads the command line. Throws {@link ParameterException} with a sentence for the user. */
  static CommandLine commandLine() {
    CommandSpec spec = CommandSpec.create().name("scripts/local").mixinStandardHelpOptions(false);
    spec.usageMessage()
        .description(
            "Runs the whole ASP operator on this machine: HTTP, WebSocket, embedded database.");
    option(spec, "--port", "PORT", "8080", "Port to listen on; 0 for any free one.");
    option(spec, "--host", "HOST", "127.0.0.1", "Address to bind to.");
    option(spec, "--data", "DIR", "data", "Directory for database and tokens.");
    flag(spec, "--memory", "Keep nothing: a database in memory, tokens in a temporary directory.");
    option(
        spec,
        "--seed",
        "FILE",
        null,
        "Agents to create instead of @alice.test and the others: {handle: token | {token,"
            + " inbound_policy, allowlist}}.");
    option(
        spec, "--away", "SECONDS", "3", "Absence after which session.disconnected is published.");
    option(spec, "--grace", "SECONDS|off", "30", "Absence after which an agent is made to leave.");
    option(
        spec,
        "--stretch",
        "SECONDS",
        "60",
        "A connection opened beside another, or after one that broke off, is told again what was"
            + " delivered in this time.");
    option(spec, "--rate", "N", "50000", "Requests per second of one agent; twice that at once.");
    flag(spec, "--i-know-there-is-no-tls", "Allow a host that is not loopback.");
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .description("Show this help.")
            .build());
    return new CommandLine(spec);
  }

  private static void option(
      CommandSpec spec,
      String name,
      String label,
      @org.jspecify.annotations.Nullable String value,
      String text) {
    OptionSpec.Builder option =
        OptionSpec.builder(name).paramLabel(label).type(String.class).description(text);
    if (value != null) {
      option.defaultValue(value).showDefaultValue(CommandLine.Help.Visibility.ALWAYS);
    }
    spec.addOption(option.build());
  }

  private static void flag(CommandSpec spec, String name, String text) {
    spec.addOption(OptionSpec.builder(name).type(boolean.class).description(text).build());
  }

  static Options of(CommandLine line) {
    CommandLine.ParseResult parsed = line.getParseResult();
    boolean memory = parsed.hasMatchedOption("--memory");
    if (memory && parsed.hasMatchedOption("--data")) {
      throw new ParameterException(
          line, "--memory keeps nothing, so --data cannot be given with it.");
    }
    String host = parsed.matchedOptionValue("--host", "127.0.0.1");
    if (!isLoopback(line, host) && !parsed.hasMatchedOption("--i-know-there-is-no-tls")) {
      throw new ParameterException(
          line,
          "--host "
              + host
              + " is not loopback, and there is no TLS: tokens would cross the network readable."
              + " Put a TLS proxy in front, or add --i-know-there-is-no-tls.");
    }
    String seed = parsed.matchedOptionValue("--seed", "");
    return new Options(
        (int) number(line, "--port", parsed.matchedOptionValue("--port", "8080"), 0, 65_535, 1),
        host,
        memory
            ? Optional.empty()
            : Optional.of(Path.of(parsed.matchedOptionValue("--data", "data"))),
        seed.isEmpty() ? Optional.empty() : Optional.of(Path.of(seed)),
        number(line, "--away", parsed.matchedOptionValue("--away", "3"), 0, 86_400, MILLIS),
        grace(line, parsed.matchedOptionValue("--grace", "30")),
        number(line, "--stretch", parsed.matchedOptionValue("--stretch", "60"), 1, 3_600, MILLIS),
        (int) number(line, "--rate", parsed.matchedOptionValue("--rate", "50000"), 1, 1_000_000, 1),
        Patience.USUAL);
  }

  private static OptionalLong grace(CommandLine line, String text) {
    return text.equals("off")
        ? OptionalLong.empty()
        : OptionalLong.of(number(line, "--grace", text, 0, 86_400, MILLIS));
  }

  /** A number of {@code unit}s; seconds may have a fraction. */
  private static long number(
      CommandLine line, String name, String text, double least, double most, double unit) {
    try {
      double value = Double.parseDouble(text);
      if (value >= least && value <= most && (unit > 1 || value == Math.rint(value))) {
        return Math.round(value * unit);
      }
    } catch (NumberFormatException e) {
      throw new ParameterException(line, name + " takes a number, not '" + text + "'.", e);
    }
    throw new ParameterException(
        line,
        name
            + " takes a number from "
            + (long) least
            + " to "
            + (long) most
            + ", not '"
            + text
            + "'.");
  }

  private static boolean isLoopback(CommandLine line, String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new ParameterException(
          line, "--host " + host + " is not an address of this machine.", e);
    }
  }
}
