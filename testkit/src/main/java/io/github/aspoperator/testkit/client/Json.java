package io.github.aspoperator.testkit.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** JSON as it comes, numbers of any length included. */
public final class Json {

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
              .build());

  private Json() {}

  /** What {@code text} says; a missing node for an empty one. */
  public static JsonNode of(String text) throws JsonProcessingException {
    return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
  }
}
