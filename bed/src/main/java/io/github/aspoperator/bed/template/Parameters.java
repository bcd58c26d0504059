package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashMap;
import java.util.Map;

/** The template's parameters: as given, else their default. */
final class Parameters {

  private Parameters() {}

  /** Every parameter with its value; throws where one has neither. */
  static Map<String, JsonNode> of(JsonNode declared, Map<String, String> given) {
    for (String name : given.keySet()) {
      if (!declared.has(name)) {
        throw new TemplateError("the template has no parameter " + name);
      }
    }
    Map<String, JsonNode> values = new HashMap<>();
    for (Map.Entry<String, JsonNode> each : declared.properties()) {
      String name = each.getKey();
      JsonNode standard = each.getValue().path("Default");
      String value = given.getOrDefault(name, standard.asText());
      if (!given.containsKey(name) && standard.isMissingNode()) {
        throw new TemplateError("parameter " + name + " has no default and was not given");
      }
      values.put(name, typed(each.getValue().path("Type").asText(), value));
    }
    return values;
  }

  private static JsonNode typed(String type, String value) {
    if (!type.equals("CommaDelimitedList") && !type.startsWith("List<")) {
      return JsonNodeFactory.instance.textNode(value);
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String each : value.split(",", -1)) {
      list.add(each.strip());
    }
    return list;
  }
}
