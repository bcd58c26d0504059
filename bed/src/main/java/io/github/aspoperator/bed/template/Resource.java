package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One resource, its properties worked out.
 *
 * @param id its logical id
 * @param type its type, as {@code AWS::SQS::Queue}
 * @param properties what the template says about it
 */
record Resource(String id, String type, JsonNode properties) {

  /** A property that must be there, as text. */
  String text(String name) {
    return optional(name)
        .orElseThrow(() -> new TemplateError(id + " has no " + name + ", or none that is text"));
  }

  Optional<String> optional(String name) {
    JsonNode value = properties.path(name);
    return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
  }

  int number(String name, int otherwise) {
    return optional(name).map(Integer::parseInt).orElse(otherwise);
  }

  boolean flag(String name) {
    return optional(name).map(Boolean::parseBoolean).orElse(false);
  }
}
