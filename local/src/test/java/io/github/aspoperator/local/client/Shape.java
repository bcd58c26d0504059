package io.github.aspoperator.local.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.testkit.client.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What holds for every answer of the operator, whatever was asked (protocol sections 3 and 6). */
public final class Shape {

  private static final Set<String> CODES =
      Set.of(
          "400 INVALID_REQUEST",
          "401 UNAUTHORIZED",
          "404 NOT_FOUND",
          "405 METHOD_NOT_ALLOWED",
          "409 SESSION_ENDED",
          "409 SESSION_NOT_ENDED",
          "409 SESSION_FULL",
          "409 LIMIT_REACHED",
          "409 AGENT_EXISTS",
          "409 OWNER_EXISTS",
          "413 PAYLOAD_TOO_LARGE",
          "422 IDEMPOTENCY_CONFLICT",
          "426 UPGRADE_REQUIRED",
          "429 RATE_LIMITED",
          "500 INTERNAL_ERROR",
          "503 UNAVAILABLE");

  private Shape() {}

  /** Fails unless headers and, for a refusal, the body are as the contract has them. */
  public static Answer check(Answer answer) {
    int status = answer.status();
    String shown = status + " " + answer.headers().map() + " " + answer.body();
    assertEquals(List.of("*"), answer.headers().allValues("Access-Control-Allow-Origin"), shown);
    assertEquals(List.of(), answer.headers().allValues("Access-Control-Allow-Credentials"), shown);
    assertEquals(
        answer.body().isEmpty() ? List.of() : List.of("application/json"),
        answer.headers().allValues("Content-Type"),
        shown);
    assertEquals(status == 401, answer.headers().firstValue("WWW-Authenticate").isPresent(), shown);
    assertEquals(status == 405, answer.headers().firstValue("Allow").isPresent(), shown);
    assertEquals(
        status == 429 || status == 503,
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(after -> after.matches("[1-9]\\d*"))
            .isPresent(),
        shown);
    if (status >= 400) {
      error(answer, shown);
    }
    return answer;
  }

  private static void error(Answer answer, String shown) {
    JsonNode error = answer.json().path("error");
    assertEquals(Set.of("error"), names(answer.json()), shown);
    assertTrue(CODES.contains(answer.status() + " " + answer.code()), shown);
    Set<String> fields = new TreeSet<>(List.of("code", "message", "request_id"));
    if (answer.status() == 400) {
      fields.add("field");
    }
    assertEquals(fields, names(error), shown);
    assertTrue(error.path("message").asText().matches("[A-Z].*\\."), shown);
    assertTrue(error.path("request_id").asText().matches("req_[0-9A-Z]{26}"), shown);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
