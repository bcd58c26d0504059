package io.github.aspoperator.bed.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the operator answered.
 *
 * @param status of HTTP
 * @param body its JSON; missing where there is none
 */
public record Reply(int status, JsonNode body) {

  /** This reply, if it has that status; else throws and says what it has. */
  public Reply expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("expected " + wanted + " and got " + status + ": " + body);
    }
    return this;
  }
}
