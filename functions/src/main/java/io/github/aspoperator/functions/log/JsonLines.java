package io.github.aspoperator.functions.log;

import java.io.PrintStream;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Writes each record of the process as one line of JSON, which Lambda takes as it is. Our own
 * loggers say as much as {@code POWERTOOLS_LOG_LEVEL} wants; those of libraries never more than
 * warnings, since at finer levels they tell headers.
 */
public final class JsonLines extends Handler {

  /** Kept here, because a logger that nobody keeps forgets its level. */
  private static final Logger OURS = Logger.getLogger("io.github.aspoperator");

  /** A process handles one invocation at a time. */
  private static volatile String requestId = "";

  private final Line line;
  private final PrintStream out;

  /** Lines to {@code out}, which say which function and service wrote them. */
  JsonLines(Map<String, String> environment, PrintStream out) {
    this.line =
        new Line(
            environment.getOrDefault("POWERTOOLS_SERVICE_NAME", "service_undefined"),
            environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "unknown"));
    this.out = out;
  }

  /** Has this process log lines of JSON, and nothing else. */
  public static void install(Map<String, String> environment) {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new JsonLines(environment, System.out));
    OURS.setLevel(level(environment.getOrDefault("POWERTOOLS_LOG_LEVEL", "WARN")));
  }

  /** Until the next call of this, lines belong to that invocation. */
  public static void during(String invocation) {
    requestId = invocation;
  }

  /** By the names that Powertools and Lambda have for levels. */
  static Level level(String name) {
    return switch (name) {
      case "TRACE" -> Level.FINER;
      case "DEBUG" -> Level.FINE;
      case "INFO" -> Level.INFO;
      case "ERROR" -> Level.SEVERE;
      case "FATAL" -> Level.OFF;
      default -> Level.WARNING;
    };
  }

  @Override
  public void publish(LogRecord record) {
    if (isLoggable(record)) {
      byte[] json = line.of(record, requestId);
      synchronized (out) {
        out.write(json, 0, json.length);
        out.write('\n');
        out.flush();
      }
    }
  }

  @Override
  public void flush() {
    out.flush();
  }

  @Override
  public void close() {}
}
