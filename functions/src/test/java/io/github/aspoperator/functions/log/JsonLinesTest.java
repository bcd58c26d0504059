package io.github.aspoperator.functions.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** One record, one line. */
final class JsonLinesTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final JsonLines lines =
      new JsonLines(
          Map.of("POWERTOOLS_SERVICE_NAME", "stack", "AWS_LAMBDA_FUNCTION_NAME", "Send"),
          new PrintStream(out, true, StandardCharsets.UTF_8));

  private JsonNode line(LogRecord record) throws Exception {
    lines.publish(record);
    String text = out.toString(StandardCharsets.UTF_8);
    assertEquals(text.length() - 1, text.indexOf('\n'), "one line");
    return new ObjectMapper().readTree(text);
  }

  @Test
  void aLineSaysWhoWroteItAndForWhichInvocation() throws Exception {
    JsonLines.during("request-1");
    LogRecord record = new LogRecord(Level.WARNING, "{0} \"waits\"\nfor {1}");
    record.setParameters(new Object[] {"alice", 7});
    record.setLoggerName("io.github.aspoperator.Some");
    JsonNode line = line(record);
    assertEquals("alice \"waits\"\nfor 7", line.path("message").asText());
    assertEquals("WARN", line.path("level").asText());
    assertEquals("request-1", line.path("function_request_id").asText());
    assertEquals("stack", line.path("service").asText());
    assertEquals("Send", line.path("function_name").asText());
    assertEquals("io.github.aspoperator.Some", line.path("logger").asText());
    assertEquals(record.getInstant().toString(), line.path("timestamp").asText());
  }

  @Test
  void anExceptionStaysInItsLine() throws Exception {
    LogRecord record = new LogRecord(Level.SEVERE, "a request failed");
    record.setThrown(new IllegalStateException("broken", new RuntimeException("because")));
    JsonNode error = line(record).path("error");
    assertEquals("java.lang.IllegalStateException", error.path("name").asText());
    assertEquals("broken", error.path("message").asText());
    assertTrue(error.path("stack").asText().contains("because"));
  }

  @Test
  void levelsHaveTheNamesOfPowertools() {
    assertEquals(Level.FINE, JsonLines.level("DEBUG"));
    assertEquals(Level.INFO, JsonLines.level("INFO"));
    assertEquals(Level.WARNING, JsonLines.level("WARN"));
    assertEquals(Level.SEVERE, JsonLines.level("ERROR"));
  }
}
