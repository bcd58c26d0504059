package io.github.aspoperator.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code openapi.json} says of each call: the statuses it can have, and their bodies. */
final class Operations {

  private static final String MEDIA = "application/json";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private final List<Operation> operations = new ArrayList<>();

  /**
   * One call.
   *
   * @param replies by status; without a schema where no body is allowed
   */
  record Operation(String method, List<String> path, Map<Integer, Optional<Schema>> replies) {

    boolean isAt(List<String> segments) {
      if (segments.size() != path.size()) {
        return false;
      }
      for (int i = 0; i < path.size(); i++) {
        boolean gap = path.get(i).startsWith("{");
        if (gap ? segments.get(i).isEmpty() : !path.get(i).equals(segments.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  Operations(Rules rules) {
    JsonNode document = Json.file("openapi.json");
    for (var path : document.path("paths").properties()) {
      for (var entry : path.getValue().properties()) {
        if (METHODS.contains(entry.getKey())) {
          Map<Integer, Optional<Schema>> replies = new HashMap<>();
          String name = entry.getValue().path("operationId").asText();
          for (var reply : entry.getValue().path("responses").properties()) {
            Optional<Schema> schema =
                schema(rules, name + "-" + reply.getKey(), resolved(document, reply.getValue()));
            replies.put(Integer.valueOf(reply.getKey()), schema);
          }
          String method = entry.getKey().toUpperCase(java.util.Locale.ROOT);
          operations.add(new Operation(method, segments(path.getKey()), Map.copyOf(replies)));
        }
      }
    }
  }

  private static Optional<Schema> schema(Rules rules, String name, JsonNode reply) {
    JsonNode schema = reply.path("content").path(MEDIA).path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(rules.inline(name, schema));
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    String ref = node.path("$ref").asText();
    return ref.isEmpty() ? node : document.at(ref.substring(1));
  }

  /** The operations at a path as it was sent, without a query. */
  List<Operation> at(String path) {
    List<String> segments = segments(path);
    return operations.stream().filter(operation -> operation.isAt(segments)).toList();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }
}
