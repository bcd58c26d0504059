package io.github.aspoperator.testkit.model.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Idempotency (section 3): the first answers, by scope and key. */
final class Keys {

  private static final int LONGEST = 255;

  private final Map<List<Object>, First> firsts = new HashMap<>();

  private record First(JsonNode body, Expect answer) {}

  /** The key of a call: the body's, else the header's. */
  static Optional<String> key(JsonNode body, Optional<String> header) {
    return body.has("idempotency_key") ? Optional.of(body.get("idempotency_key").asText()) : header;
  }

  static boolean isKey(String key) {
    return !key.isEmpty() && key.length() <= LONGEST;
  }

  /** The first answer, or 422 for another body; empty when the key is new. */
  Optional<Expect> again(String verb, List<Object> scope, ObjectNode body) {
    return Optional.ofNullable(firsts.get(scope))
        .map(first ->
            first.body().equals(withoutKey(body))
                ? new Expect(
                    verb + ": same key again", first.answer().status(), "", first.answer().body())
                : new Expect(
                    verb + ": same key, other body", 422, "IDEMPOTENCY_CONFLICT", _ -> {}));
  }

  /** Whether somebody else used the same key in the same place: a key is its sender's own. */
  boolean isAnothersToo(List<Object> scope, Agent by) {
    return firsts.keySet().stream()
        .anyMatch(other -> !other.contains(by) && place(other).equals(place(scope)));
  }

  private static List<Object> place(List<Object> scope) {
    return scope.stream().filter(part -> !(part instanceof Agent)).toList();
  }

  void remember(List<Object> scope, ObjectNode body, Expect answer) {
    firsts.put(scope, new First(withoutKey(body), answer));
  }

  private static JsonNode withoutKey(ObjectNode body) {
    ObjectNode rest = body.deepCopy();
    rest.remove("idempotency_key");
    return rest;
  }
}
