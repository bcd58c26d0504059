package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Http;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.lambda.Code;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the functions of the template write into their logs, each in a process as on Lambda. */
final class LogsTest {

  private static final Path TEMPLATE = Path.of("../template.yaml");
  private static final Set<String> PROCESSES =
      Set.of("SendMessageFunction", "ConnectFunction", "DisconnectFunction", "DrainStreamFunction");
  private static final String TEXT = "nobody else may read this";

  @TempDir Path logs;
  private final List<String> secrets = new ArrayList<>(List.of(TEXT));

  @Test
  @Timeout(180)
  void everyLineIsJsonOfAnInvocationAndTellsNeitherContentNorTokens() throws Exception {
    try (Bed bed = Bed.start(options())) {
      secrets.add(bed.adminToken());
      secrets.add(bed.environment("SendMessageFunction").get("ASP_ORIGIN_SECRET"));
      talk(bed);
    }
    List<JsonNode> lines = lines();
    assertFalse(lines.stream().filter(LogsTest::isMetric).toList().isEmpty());
    lines.stream().filter(LogsTest::isMetric).forEach(LogsTest::isEmbeddedMetric);
    List<JsonNode> told = lines.stream().filter(line -> !isMetric(line)).toList();
    told.forEach(
        line -> assertFalse(line.path("function_request_id").asText().isEmpty(), line.toString()));
    assertTrue(has(told, "DisconnectFunction", "DEBUG"), "the level of the template counts");
    assertTrue(has(told, "SendMessageFunction", "WARN"), "what went wrong is told");
  }

  private BedOptions options() {
    return BedOptions.of(TEMPLATE)
        .with(Map.of("LogLevel", "DEBUG"))
        .processes(PROCESSES::contains, logs)
        .code(Code.ClassPath.own());
  }

  private void talk(Bed bed) throws Exception {
    BedAgent alice = agent(bed, "@alice.test");
    BedAgent bob = agent(bed, "@bob.test");
    String ticket =
        alice.call("POST", "/connect/tickets", "").expect(201).body().path("ticket").asText();
    secrets.add(ticket);
    WebSocket byTicket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws" + bed.url().toString().substring(4) + "/connect?ticket=" + ticket),
                new WebSocket.Listener() {})
            .join();
    String session = alice.create(bob);
    bob.join(session);
    try (Stream atBob = bob.connect()) {
      atBob.await(session, alice.say(session, TEXT));
      bed.services()
          .disturb((call, service) ->
              call.operation().equals("PutItem") && call.caller().startsWith("SendMessage")
                  ? ServiceAnswer.failure(500, "InternalServerError", "later")
                  : service.answer(call));
      String message = "{\"content\":\"" + TEXT + "\"}";
      alice.call("POST", "/sessions/" + session + "/messages", message).expect(503);
      bed.services().disturb((call, service) -> service.answer(call));
    }
    byTicket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    Stack.await(
        "both ends were told", () -> bed.ledger().invocations("DisconnectFunction").size() >= 2);
    bed.ledger().awaitQuiet(Duration.ofSeconds(2));
  }

  private BedAgent agent(Bed bed, String handle) {
    String body = "{\"handle\":\"" + handle + "\",\"policy\":\"open\"}";
    Http operator = new Http(bed.url(), bed.adminToken());
    String token =
        operator.call("POST", "/_admin/agents", body).expect(201).body().path("token").asText();
    secrets.add(token);
    return new BedAgent(bed.url(), handle, token);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (var files = Files.list(logs)) {
      for (Path log : files.toList()) {
        for (String line : Files.readAllLines(log)) {
          for (String secret : secrets) {
            assertFalse(line.contains(secret), () -> log.getFileName() + " tells a secret");
          }
          if (TemplateFlags.areIn(line)) {
            continue;
          }
          JsonNode json = new ObjectMapper().readTree(line);
          assertTrue(json.isObject(), line);
          lines.add(json);
        }
      }
    }
    return lines;
  }

  private static boolean isMetric(JsonNode line) {
    return line.has("_aws");
  }

  /** As CloudWatch reads it, and as the alarm of the template waits for it. */
  private static void isEmbeddedMetric(JsonNode line) {
    JsonNode directive = line.path("_aws").path("CloudWatchMetrics").path(0);
    assertTrue(line.path("_aws").path("Timestamp").isIntegralNumber());
    assertEquals("AspOperator", directive.path("Namespace").asText());
    assertEquals("[[\"Service\"]]", directive.path("Dimensions").toString());
    assertEquals("DeliveryLag", directive.path("Metrics").path(0).path("Name").asText());
    assertEquals("Milliseconds", directive.path("Metrics").path(0).path("Unit").asText());
    assertTrue(line.path("Service").isTextual());
    JsonNode lag = line.path("DeliveryLag");
    assertTrue(lag.isNumber() || lag.isArray(), line.toString());
  }

  private static boolean has(List<JsonNode> lines, String function, String level) {
    return lines.stream()
        .filter(line -> line.path("function_name").asText().equals(function))
        .anyMatch(line -> line.path("level").asText().equals(level));
  }
}
