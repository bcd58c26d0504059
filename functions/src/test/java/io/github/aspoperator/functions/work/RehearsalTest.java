package io.github.aspoperator.functions.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What jobs come to on the scene, without any table or queue: what functions are warmed up with.
 */
final class RehearsalTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "ASP_LOG_TABLE", "log",
          "ASP_AGENTS_TABLE", "agents",
          "ASP_DELIVERY_TABLE", "delivery",
          "ASP_CONNECTIONS_URL", "https://localhost/connect");

  @Test
  void noJobFails() {
    List<QueueFunction> functions =
        List.of(
            new DrainBell(ENVIRONMENT),
            new ReplayQueue(ENVIRONMENT),
            new WorkQueue(ENVIRONMENT),
            new GraceQueue(ENVIRONMENT));
    for (QueueFunction function : functions) {
      assertEquals(
          "{\"batchItemFailures\":[]}",
          new String(function.rehearsed(), StandardCharsets.UTF_8),
          function.getClass().getSimpleName());
    }
  }

  @Test
  void aMessageIsHandedOver() {
    assertEquals(
        "{\"batchItemFailures\":[]}",
        new String(new DrainStream(ENVIRONMENT).rehearsed(), StandardCharsets.UTF_8));
  }
}
