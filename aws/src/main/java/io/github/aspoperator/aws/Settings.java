package io.github.aspoperator.aws;

import io.github.aspoperator.aws.dynamo.Tables;
import io.github.aspoperator.aws.queue.Queues;
import io.github.aspoperator.presence.Windows;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the template tells a function: the only place that reads the environment. Each value is read
 * when it is asked for, so that a function is told only what it uses.
 */
public final class Settings {

  /**
   * How long a drop takes at most from its timers to its write, as a rule; one that took longer
   * sends them again. The timers wait at least that long, but no longer than the away window, so
   * that who sets that shorter is told sooner.
   */
  private static final long SENDER_MILLIS = 3_000;

  private final Map<String, String> environment;

  /** Settings from the variables of a function. */
  public Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The tables. */
  public Tables tables() {
    return new Tables(text("ASP_LOG_TABLE"), text("ASP_AGENTS_TABLE"), text("ASP_DELIVERY_TABLE"));
  }

  /** The queues; those that a function may not send to are not named to it. */
  public Queues queues() {
    return new Queues(
        optional("ASP_REPLAY_QUEUE").orElse(""),
        optional("ASP_BELL_QUEUE").orElse(""),
        optional("ASP_WORK_QUEUE").orElse(""),
        optional("ASP_GRACE_QUEUE").orElse(""));
  }

  /** The management API of the WebSocket stage. */
  public URI connections() {
    return URI.create(text("ASP_CONNECTIONS_URL"));
  }

  /** The secret that holds the operator's token: its name or ARN. */
  public String adminSecret() {
    return text("ASP_ADMIN_SECRET");
  }

  /** What every request must carry that came through the one front door, if there is one. */
  public Optional<String> originSecret() {
    return optional("ASP_ORIGIN_SECRET");
  }

  /** The version that the operator says it has. */
  public String version() {
    return optional("ASP_VERSION").orElse("unknown");
  }

  /** The windows of presence. */
  public Windows windows() {
    long away = millis("ASP_AWAY_SECONDS", 3);
    boolean off = optional("ASP_GRACE_SECONDS").filter("off"::equals).isPresent();
    OptionalLong grace =
        off ? OptionalLong.empty() : OptionalLong.of(millis("ASP_GRACE_SECONDS", 30));
    return new Windows(away, grace, Math.min(SENDER_MILLIS, away));
  }

  /** How far back a stretch reaches, in milliseconds. */
  public long stretchMillis() {
    return millis("ASP_STRETCH_SECONDS", 60);
  }

  /** The region. */
  String region() {
    return text("AWS_REGION");
  }

  /** Where a service answers, when it is not where AWS has it; named as the SDK names it. */
  Optional<URI> endpoint(String service) {
    return optional("AWS_ENDPOINT_URL_" + service).map(URI::create);
  }

  /** A variable that may be there. */
  Optional<String> optional(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private String text(String name) {
    return optional(name)
        .orElseThrow(() -> new IllegalStateException("the environment has no " + name));
  }

  private long millis(String name, long otherwise) {
    String text = optional(name).orElse(Long.toString(otherwise));
    try {
      Duration window = Duration.ofMillis(Math.round(Double.parseDouble(text) * 1_000));
      if (window.isNegative()) {
        throw new IllegalStateException(name + " is negative");
      }
      return window.toMillis();
    } catch (NumberFormatException e) {
      throw new IllegalStateException(name + " is no number of seconds", e);
    }
  }
}
