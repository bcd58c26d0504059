package io.github.aspoperator.testkit.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/**
 * An HTTP answer: status, headers, the very body, and the body as JSON (a missing node when there
 * is none).
 */
public record Answer(int status, HttpHeaders headers, String body, JsonNode json) {

  /** A text of the body's top level. */
  public String text(String field) {
    return json.path(field).asText();
  }

  /** The code of the error, empty for none. */
  public String code() {
    return json.path("error").path("code").asText();
  }
}
