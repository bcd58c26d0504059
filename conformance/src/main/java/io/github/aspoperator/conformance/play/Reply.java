package io.github.aspoperator.conformance.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer, and what can be demanded of it. Every demand that is not met fails the check.
 *
 * @param exchange what was said and answered
 * @param headers of the answer
 * @param json the body, a missing node where there is none
 */
public record Reply(Exchange exchange, HttpHeaders headers, JsonNode json) {

  /** The status. */
  public int status() {
    return exchange.status();
  }

  /** The very body. */
  public String body() {
    return exchange.answer();
  }

  /** Demands a status. */
  public Reply is(int status) {
    if (status() != status) {
      throw new CheckFailed(
          "%s was answered with %s instead of %s".formatted(exchange.call(), status(), status));
    }
    return this;
  }

  /** Demands a status and that the body says just this, as JSON. */
  public Reply is(int status, String body) {
    Reply same = is(status);
    Expect.equal(Json.read(body), json, "the body of " + exchange.call());
    return same;
  }

  /** Demands an error of that status and code. */
  public Reply refused(int status, String code) {
    Reply same = is(status);
    Expect.equal(code, json.path("error").path("code").asText(), "the code of " + exchange.call());
    return same;
  }

  /** Demands 400 that names {@code field}: a JSON pointer, {@code ?name}, or a bare name. */
  public Reply wrongAt(String field) {
    Reply same = refused(400, "INVALID_REQUEST");
    String named = json.path("error").path("field").asText("nothing");
    Expect.equal(field, named, "the field that " + exchange.call() + " names");
    return same;
  }

  /** A text of the body's top level, which must be there. */
  public String text(String field) {
    JsonNode value = json.path(field);
    if (!value.isTextual()) {
      throw new CheckFailed(exchange.call() + " answers without " + field);
    }
    return value.textValue();
  }

  /** A whole number of the body's top level, which must be there. */
  public long number(String field) {
    JsonNode value = json.path(field);
    if (!value.isIntegralNumber()) {
      throw new CheckFailed(exchange.call() + " answers without " + field);
    }
    return value.longValue();
  }

  /** A header. */
  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** What it says but for what no two answers share, ids and times; to compare two of them. */
  public String masked() {
    String clean =
        body()
            .replaceAll("\"request_id\"\\s*:\\s*\"[^\"]*\"", "\"request_id\":\"…\"")
            .replaceAll("(sess|msg|evt)_[0-9A-Z]{26}", "$1_…");
    return status() + " " + clean;
  }
}
