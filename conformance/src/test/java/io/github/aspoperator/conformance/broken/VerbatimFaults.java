package io.github.aspoperator.conformance.broken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.conformance.play.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What was said comes back written anew. */
final class VerbatimFaults {

  private VerbatimFaults() {}

  static List<Broken> all() {
    return List.of(
        text(
            "a number loses the zero at its end",
            "ASP-CON-015",
            said -> said.replaceAll("([:\\[,]-?\\d+\\.\\d*[1-9])0([,}\\]])", "$1$2")),
        text(
            "a large exponent is written otherwise",
            "ASP-CON-015",
            said -> said.replaceAll("([:\\[,])1e400\\b", "$11E+400")),
        text("fields are sorted", "ASP-CON-016", VerbatimFaults::sortedFields),
        text(
            "letters lose their escapes",
            "ASP-CON-017",
            said -> said.replace("\\u0061", "a").replace("\\/", "/")),
        text(
            "half a character becomes a replacement",
            "ASP-CON-018",
            said -> said.replaceAll("\\\\ud83d(?!\\\\ud)", "\\\\ufffd")),
        text("what is not ASCII is escaped", "ASP-CON-019", VerbatimFaults::escaped),
        text(
            "the space between is lost",
            "ASP-CON-020",
            said -> said.replaceAll("([{\\[,]) +(?=[\"\\d])", "$1")),
        new Broken(
            "what is read is written anew",
            "ASP-CON-022",
            () ->
                new Fault() {
                  @Override
                  Answer answer(Call call, Answer answer) {
                    boolean page = call.is("GET", "/sessions/[^/]+/events");
                    return page && answer.status() == 200
                        ? answer.body(Json.read(answer.body()).toString())
                        : answer;
                  }
                }));
  }

  private static Broken text(String name, String check, UnaryOperator<String> writes) {
    return new Broken(name, check, () -> new TextFault(writes));
  }

  private static String escaped(String said) {
    return said.chars()
        .mapToObj(
            c -> c < 128 ? String.valueOf((char) c) : String.format(Locale.ROOT, "\\u%04x", c))
        .collect(Collectors.joining());
  }

  /** The fields of what was said, sorted by name; where they are already it stays as it was. */
  private static String sortedFields(String said) {
    JsonNode read = Json.read(said);
    String before = read.toString();
    read.findParents("content").forEach(VerbatimFaults::sortInside);
    return read.toString().equals(before) ? said : read.toString();
  }

  private static void sortInside(JsonNode payload) {
    if (payload instanceof ObjectNode message) {
      for (String part : List.of("content", "metadata")) {
        if (message.has(part)) {
          message.set(part, sorted(message.path(part)));
        }
      }
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    Map<String, JsonNode> fields = new TreeMap<>();
    node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.setAll(fields);
    return object;
  }
}
