package io.github.aspoperator.wire.reply;

import static io.github.aspoperator.wire.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.refusal.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Refusals on the wire (protocol section 6). */
class ErrorsTest {

  /** One line of the error table. */
  record Line(Refusal refusal, int status, String code, Map<String, String> headers) {}

  static List<Line> table() {
    return List.of(
        new Line(new Refusal.InvalidRequest("/a", "No."), 400, "INVALID_REQUEST", Map.of()),
        new Line(
            new Refusal.Unauthorized(false),
            401,
            "UNAUTHORIZED",
            Map.of("WWW-Authenticate", "Bearer")),
        new Line(
            new Refusal.Unauthorized(true),
            401,
            "UNAUTHORIZED",
            Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\"")),
        new Line(new Refusal.NotFound(), 404, "NOT_FOUND", Map.of()),
        new Line(
            new Refusal.MethodNotAllowed("GET, OPTIONS"),
            405,
            "METHOD_NOT_ALLOWED",
            Map.of("Allow", "GET, OPTIONS")),
        new Line(new Refusal.SessionEnded(), 409, "SESSION_ENDED", Map.of()),
        new Line(new Refusal.SessionNotEnded(), 409, "SESSION_NOT_ENDED", Map.of()),
        new Line(new Refusal.SessionFull(), 409, "SESSION_FULL", Map.of()),
        new Line(new Refusal.LimitReached("the allowlist"), 409, "LIMIT_REACHED", Map.of()),
        new Line(new Refusal.AgentExists(), 409, "AGENT_EXISTS", Map.of()),
        new Line(new Refusal.OwnerExists(), 409, "OWNER_EXISTS", Map.of()),
        new Line(
            new Refusal.PayloadTooLarge("the request body"), 413, "PAYLOAD_TOO_LARGE", Map.of()),
        new Line(new Refusal.IdempotencyConflict(), 422, "IDEMPOTENCY_CONFLICT", Map.of()),
        new Line(
            new Refusal.UpgradeRequired(), 426, "UPGRADE_REQUIRED", Map.of("Upgrade", "websocket")),
        new Line(new Refusal.RateLimited(7), 429, "RATE_LIMITED", Map.of("Retry-After", "7")),
        new Line(new Refusal.Internal(), 500, "INTERNAL_ERROR", Map.of()),
        new Line(new Refusal.Unavailable(1), 503, "UNAVAILABLE", Map.of("Retry-After", "1")));
  }

  @ParameterizedTest
  @MethodSource("table")
  void aRefusalHasItsStatusCodeAndHeaders(Line line) {
    Reply reply = Errors.of(line.refusal(), "req-1");
    assertEquals(line.status(), reply.status());
    assertTrue(
        text(reply.body())
            .startsWith("{\"error\":{\"code\":\"" + line.code() + "\",\"message\":\""));
    assertTrue(text(reply.body()).endsWith(",\"request_id\":\"req-1\"}}"));
    Map<String, String> headers = new HashMap<>(line.headers());
    headers.put("Content-Type", "application/json");
    assertEquals(headers, reply.headers());
  }

  @Test
  void theTableHasEveryRefusal() {
    Set<Class<?>> kinds =
        table().stream().map(line -> line.refusal().getClass()).collect(Collectors.toSet());
    assertEquals(Set.of(Refusal.class.getPermittedSubclasses()), kinds);
  }

  @Test
  void anInvalidRequestNamesTheField() {
    Reply reply = Errors.of(new Refusal.InvalidRequest("/a~1\"b\ud800", "This is wrong."), "r");
    assertEquals(
        """
        {"error":{"code":"INVALID_REQUEST","message":"This is wrong.","field":"/a~1\\"b\\ud800",\
        "request_id":"r"}}\
        """,
        text(reply.body()));
  }

  @Test
  void onlyAnInvalidRequestNamesAField() {
    for (Line line : table()) {
      boolean names = text(Errors.of(line.refusal(), "r").body()).contains("\"field\"");
      assertEquals(line.refusal() instanceof Refusal.InvalidRequest, names);
    }
  }

  @Test
  void thereIsNoForbidden() {
    assertFalse(table().stream().anyMatch(line -> line.status() == 403));
  }
}
