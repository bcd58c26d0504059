package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.template.TemplateError;
import java.util.Map;

/** Filter patterns of event source mappings. */
final class Pattern {

  private Pattern() {}

  /** Whether {@code record} has all that {@code pattern} asks for. */
  static boolean matches(JsonNode pattern, JsonNode record) {
    for (Map.Entry<String, JsonNode> field : pattern.properties()) {
      JsonNode value = record.path(field.getKey());
      boolean fits =
          field.getValue().isObject()
              ? matches(field.getValue(), value)
              : anyOf(field.getValue(), value);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean anyOf(JsonNode alternatives, JsonNode value) {
    for (JsonNode each : alternatives) {
      if (each.isObject() ? rule(each, value) : each.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean rule(JsonNode rule, JsonNode value) {
    Map.Entry<String, JsonNode> only = rule.properties().iterator().next();
    return switch (only.getKey()) {
      case "exists" -> only.getValue().asBoolean() != value.isMissingNode();
      case "prefix" -> value.isTextual() && value.asText().startsWith(only.getValue().asText());
      case "anything-but" -> !value.isMissingNode() && !anyOf(only.getValue(), value);
      default -> throw new TemplateError("the bed does not know the filter " + only.getKey());
    };
  }
}
