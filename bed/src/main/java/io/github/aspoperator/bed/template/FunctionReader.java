package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads functions, with what {@code Globals} says of all of them. */
final class FunctionReader {

  private static final String TYPE = "AWS::Serverless::Function";

  private final Resources resources;

  FunctionReader(Resources resources) {
    this.resources = resources;
  }

  List<FunctionSpec> functions() {
    List<FunctionSpec> functions = new ArrayList<>();
    for (Resource resource : withGlobals()) {
      Map<String, String> environment = new HashMap<>();
      resource
          .properties()
          .path("Environment")
          .path("Variables")
          .properties()
          .forEach(each -> environment.put(each.getKey(), each.getValue().asText()));
      int reserved = resource.number("ReservedConcurrentExecutions", 0);
      functions.add(
          new FunctionSpec(
              resource.id(),
              resource.text("Handler"),
              resource.optional("CodeUri").orElse(""),
              resource.number("Timeout", 3),
              resource.number("MemorySize", 128),
              environment,
              reserved > 0 ? OptionalInt.of(reserved) : OptionalInt.empty()));
    }
    return functions;
  }

  /** The events of each function, by its id: what SAM makes routes and mappings of. */
  Map<String, List<Resource>> events() {
    Map<String, List<Resource>> events = new HashMap<>();
    for (Resource function : resources.ofType(TYPE)) {
      List<Resource> own = new ArrayList<>();
      for (Map.Entry<String, JsonNode> event : function.properties().path("Events").properties()) {
        String type = event.getValue().path("Type").asText();
        own.add(new Resource(event.getKey(), type, event.getValue().path("Properties")));
      }
      events.put(function.id(), own);
    }
    return events;
  }

  private List<Resource> withGlobals() {
    JsonNode globals = resources.functionGlobals();
    return resources.ofType(TYPE).stream()
        .map(own -> new Resource(own.id(), TYPE, merged(globals, own.properties())))
        .toList();
  }

  /** Mappings are merged, anything else of a function's own wins: as SAM does it. */
  private static JsonNode merged(JsonNode global, JsonNode own) {
    if (!(global instanceof ObjectNode outer) || !(own instanceof ObjectNode inner)) {
      return own;
    }
    ObjectNode result = outer.deepCopy();
    for (Map.Entry<String, JsonNode> field : inner.properties()) {
      result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
    }
    return result;
  }
}
