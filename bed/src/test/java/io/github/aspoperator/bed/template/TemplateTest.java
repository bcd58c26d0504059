package io.github.aspoperator.bed.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything of the stack comes out of the template. */
final class TemplateTest {

  private static final Names NAMES = new Names("stack", "eu-central-1");

  private final Template template = read(Map.of());

  private static Template read(Map<String, String> parameters) {
    Map<String, String> all = new java.util.HashMap<>(Map.of("Release", "1"));
    all.putAll(parameters);
    return Template.read(Path.of("src/test/resources/template.yaml"), NAMES, all);
  }

  private static FunctionSpec function(Template template, String id) {
    return template.functions().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aFunctionHasItsHandlerAndWhatGlobalsSayOfAll() {
    FunctionSpec echo = function(template, "Echo");

    assertEquals("io.github.aspoperator.bed.handlers.Echo", echo.handler());
    assertEquals("functions.jar", echo.code());
    assertEquals(2, echo.timeoutSeconds());
    assertEquals(256, echo.memoryMegabytes());
    assertEquals(
        Set.of("WHO", "TABLE", "WORK", "CONNECTIONS", "ASP_ADMIN_SECRET", "ORIGIN"),
        echo.environment().keySet());
  }

  @Test
  void referencesAreWhatAwsWouldMakeOfThem() {
    Map<String, String> environment = function(template, "Typed").environment();

    assertEquals("stack-Log", environment.get("TABLE"));
    assertEquals(
        "https://sqs.eu-central-1.amazonaws.com/000000000000/stack-Work.fifo",
        environment.get("WORK"));
    assertEquals(
        "https://sockets.execute-api.eu-central-1.amazonaws.com/live",
        environment.get("CONNECTIONS"));
    assertEquals(template.secrets().getFirst(), environment.get("ASP_ADMIN_SECRET"));
  }

  @Test
  void aConditionLeavesOutResourcesAndValues() {
    Template without = read(Map.of("Edge", "off"));

    assertTrue(!function(without, "Echo").environment().containsKey("ORIGIN"));
    assertEquals(1, without.secrets().size());
    assertEquals(new EdgeSpec("/live", Map.of(), Map.of()), without.edge());
    assertEquals("socket", template.edge().socketHeaders().get("x-origin"));
  }

  @Test
  void tablesHaveKeysTimeToLiveAndStream() {
    assertEquals(
        new TableSpec(
            "Log",
            "stack-Log",
            new TableSpec.Key("s", "S"),
            Optional.of(new TableSpec.Key("k", "N")),
            Optional.of("x"),
            Optional.of("NEW_IMAGE")),
        template.tables().getFirst());
  }

  @Test
  void queuesHaveTheirOrderAndTheirDeadLetters() {
    QueueSpec work = template.queues().getFirst();

    assertEquals("stack-Work.fifo", work.name());
    assertTrue(work.fifo());
    assertEquals(60, work.visibilitySeconds());
    assertEquals(
        Optional.of(
            new QueueSpec.Redrive("arn:aws:sqs:eu-central-1:000000000000:stack-WorkDead.fifo", 2)),
        work.redrive());
  }

  @Test
  void routesOfBothApisLeadToFunctions() {
    assertEquals(
        Set.of("POST /things/{id}", "$default", "GET /typed", "GET /trouble/{kind}", "POST /put"),
        template.httpRoutes().stream().map(HttpRoute::key).collect(Collectors.toSet()));

    SocketApiSpec socket = template.socketApi();
    assertEquals("live", socket.stage());
    assertEquals(
        Map.of(
            "$connect", new SocketRoute.ToFunction("Door"),
            "$disconnect", new SocketRoute.ToFunction("Door"),
            "ping", new SocketRoute.Mock(Optional.of("{\"type\":\"pong\"}")),
            "$default", new SocketRoute.Mock(Optional.empty())),
        socket.routes());
  }

  @Test
  void mappingsHaveTheirSettings() {
    StreamMapping stream = template.streamMappings().getFirst();
    assertEquals("Stream", stream.functionId());
    assertEquals(4, stream.batchSize());
    assertEquals(2, stream.retries().orElse(-1));
    assertEquals(2, stream.parallelization());
    assertTrue(stream.bisect() && stream.reportsFailures());
    assertEquals("[\"INSERT\"]", stream.filters().getFirst().path("eventName").toString());

    QueueMapping queue = template.queueMappings().getFirst();
    assertEquals("Worker", queue.functionId());
    assertEquals(3, queue.batchSize());
    assertEquals("rate(5 minutes)", template.schedules().getFirst().expression());
  }

  @Test
  void whatIsNotThereIsNamed() {
    String yaml = "Resources: {A: {Type: AWS::SQS::Queue, Properties: {QueueName: !Ref B}}}";
    TemplateError error =
        assertThrows(TemplateError.class, () -> Template.parse(yaml, NAMES, Map.of()).queues());
    assertEquals("nothing is called B", error.getMessage());

    assertThrows(TemplateError.class, () -> read(Map.of("Nonsense", "1")));
  }
}
