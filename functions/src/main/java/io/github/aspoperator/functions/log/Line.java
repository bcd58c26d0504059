package io.github.aspoperator.functions.log;

import io.github.aspoperator.wire.json.JsonWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * A record as JSON, its fields named as Powertools names them.
 *
 * @param service the stack
 * @param function the function
 */
record Line(String service, String function) {

  /** Puts parameters into messages. */
  private static final Formatter MESSAGES = new SimpleFormatter();

  byte[] of(LogRecord record, String requestId) {
    JsonWriter json = new JsonWriter(512).object();
    json.name("level").word(level(record.getLevel()));
    json.name("message").string(MESSAGES.formatMessage(record));
    json.name("timestamp").string(record.getInstant().toString());
    json.name("logger").string(String.valueOf(record.getLoggerName()));
    json.name("service").string(service);
    json.name("function_name").string(function);
    json.name("function_request_id").string(requestId);
    Throwable thrown = record.getThrown();
    if (thrown != null) {
      json.name("error").object();
      json.name("name").string(thrown.getClass().getName());
      json.name("message").string(String.valueOf(thrown.getMessage()));
      json.name("stack").string(stack(thrown)).endObject();
    }
    return json.endObject().done();
  }

  private static String level(Level level) {
    int value = level.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (value >= Level.WARNING.intValue()) {
      return "WARN";
    }
    if (value >= Level.INFO.intValue()) {
      return "INFO";
    }
    return value >= Level.FINE.intValue() ? "DEBUG" : "TRACE";
  }

  private static String stack(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
