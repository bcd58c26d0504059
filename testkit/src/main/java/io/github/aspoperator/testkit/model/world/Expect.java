package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;

/**
 * What the contract answers.
 *
 * @param cell where that stands in the table of command and outcome
 * @param status of HTTP
 * @param code of the error, empty for none
 * @param body checks the body of a success, and learns from it what the operator chose
 */
public record Expect(String cell, int status, String code, Consumer<JsonNode> body) {

  static Expect ok(String cell, int status, Consumer<JsonNode> body) {
    return new Expect(cell, status, "", body);
  }

  /** {@code 200 {ok:true}}. */
  static Expect done(String cell) {
    return ok(
        cell,
        200,
        body -> Differs.unlessEqual(Event.object().put("ok", true), body, "the body of " + cell));
  }

  /** 400. */
  public static Expect invalid(String cell) {
    return new Expect(cell, 400, "INVALID_REQUEST", _ -> {});
  }

  /** 404. */
  public static Expect notFound(String cell) {
    return new Expect(cell, 404, "NOT_FOUND", _ -> {});
  }

  /** 401. */
  public static Expect unauthorized(String cell) {
    return new Expect(cell, 401, "UNAUTHORIZED", _ -> {});
  }

  /** 409 for a handle that somebody has or had. */
  public static Expect exists(String cell) {
    return conflict(cell, "AGENT_EXISTS");
  }

  static Expect conflict(String cell, String code) {
    return new Expect(cell, 409, code, _ -> {});
  }

  /** Whether the answer was this one. */
  public void check(int actualStatus, String actualCode, JsonNode actual) {
    String was = actualStatus + " " + actualCode;
    Differs.unlessEqual((status + " " + code), was, cell);
    body.accept(actual);
  }
}
