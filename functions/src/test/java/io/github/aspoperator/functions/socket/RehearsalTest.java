package io.github.aspoperator.functions.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a handshake comes to on the scene, without any table: what functions are warmed up with. */
final class RehearsalTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "ASP_LOG_TABLE", "log",
          "ASP_AGENTS_TABLE", "agents",
          "ASP_DELIVERY_TABLE", "delivery",
          "ASP_ORIGIN_SECRET", "a secret");

  @Test
  void aConnectionIsMadeAndEnds() {
    assertEquals("{\"statusCode\":200}", text(new Connect(ENVIRONMENT).rehearsed()));
    assertEquals("{\"statusCode\":200}", text(new Disconnect(ENVIRONMENT).rehearsed()));
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
