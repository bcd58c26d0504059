package io.github.aspoperator.bed.sources;

import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.lambda.Outcome;
import io.github.aspoperator.bed.template.ScheduleSpec;
import io.github.aspoperator.bed.template.TemplateError;
import java.time.Duration;
import java.util.regex.Matcher;

/** Calls a function by the clock, or whenever a test says so. */
public final class Schedule implements AutoCloseable {

  private static final java.util.regex.Pattern RATE =
      java.util.regex.Pattern.compile("rate\\((\\d+) (second|minute|hour|day)s?\\)");

  private final ScheduleSpec spec;
  private final Lambda lambda;
  private final Thread thread;

  /** Not yet started. */
  public Schedule(ScheduleSpec spec, Lambda lambda) {
    this.spec = spec;
    this.lambda = lambda;
    this.thread = Thread.ofVirtual().name(spec.functionId() + "-clock").unstarted(this::run);
  }

  /** Begins to call at the template's interval. */
  public void start() {
    thread.start();
  }

  /** The function that is called. */
  public String functionId() {
    return spec.functionId();
  }

  /** Calls it now. */
  public Outcome fire() throws InterruptedException {
    return lambda.invoke(
        spec.functionId(),
        spec.input()
            .orElse(
                "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}"));
  }

  /** The interval of a rate expression. */
  static Duration interval(String expression) {
    Matcher rate = RATE.matcher(expression);
    if (!rate.matches()) {
      throw new TemplateError("the bed does not know the schedule " + expression);
    }
    long count = Long.parseLong(rate.group(1));
    return switch (rate.group(2)) {
      case "second" -> Duration.ofSeconds(count);
      case "minute" -> Duration.ofMinutes(count);
      case "hour" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private void run() {
    try {
      Duration interval = interval(spec.expression());
      while (true) {
        Thread.sleep(interval);
        fire();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
