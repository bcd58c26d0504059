package io.github.aspoperator.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bodies of commands. */
final class Bodies {

  private static final int TOO_LONG = 256;

  private Bodies() {}

  static ObjectNode create(Act.Create act, Cast cast) {
    ObjectNode body = object();
    if (!act.invite().isEmpty() || act.topic()) {
      list(body, "invite", act.invite().stream().map(cast::handle).toList());
    }
    if (act.topic()) {
      body.put("topic", "tea");
    }
    act.message().ifPresent(content -> body.set("initial_message", message(content)));
    if (act.endAfterSend()) {
      body.put("end_after_send", true);
    }
    bodyKey(act.key(), body);
    return body;
  }

  static ObjectNode send(Act.Send act) {
    ObjectNode body = message(act.content());
    bodyKey(act.key(), body);
    return body;
  }

  static ObjectNode reopen(Optional<List<String>> invite, Optional<Integer> message) {
    ObjectNode body = object();
    invite.ifPresent(handles -> list(body, "invite", handles));
    message.ifPresent(content -> body.set("initial_message", message(content)));
    return body;
  }

  static ObjectNode invite(List<String> handles) {
    ObjectNode body = object();
    list(body, "invite", handles);
    return body;
  }

  static ObjectNode policy(boolean open) {
    return object().put("policy", open ? "open" : "allowlist");
  }

  static ObjectNode entries(String entry) {
    ObjectNode body = object();
    list(body, "entries", List.of(entry));
    return body;
  }

  /** The same body, but everybody invited is unknown. */
  static ObjectNode toStrangers(ObjectNode body) {
    ObjectNode other = body.deepCopy();
    ArrayNode invite = other.putArray("invite");
    for (int i = 0; i < body.path("invite").size(); i++) {
      invite.add(Cast.stranger(i));
    }
    return other;
  }

  /** The same JSON in another order, with space between. */
  static String shuffled(ObjectNode body) {
    List<Map.Entry<String, JsonNode>> fields = new ArrayList<>(body.properties());
    Collections.reverse(fields);
    ObjectNode other = object();
    fields.forEach(field -> other.set(field.getKey(), field.getValue()));
    return " " + other.toPrettyString() + "\n";
  }

  /** One of a few contents. */
  private static ObjectNode message(int which) {
    ObjectNode message = object();
    switch (which) {
      case 0 -> message.put("content", "hello");
      case 1 -> {
        message
            .putArray("content")
            .addObject()
            .put("type", "text")
            .put("text", "h\u00e9 \ud83d\ude00");
        message.putObject("metadata").put("mood", "good");
      }
      default -> message.put("content", "what is " + which + "?");
    }
    return message;
  }

  static Optional<String> headerKey(Optional<Act.Key> key) {
    return key.filter(Act.Key::inHeader).map(Bodies::text);
  }

  static String[] header(Optional<Act.Key> key) {
    return headerKey(key)
        .map(text -> new String[] {"Idempotency-Key", text})
        .orElseGet(() -> new String[0]);
  }

  private static void bodyKey(Optional<Act.Key> key, ObjectNode body) {
    key.filter(k -> !k.inHeader()).ifPresent(k -> body.put("idempotency_key", text(k)));
  }

  private static String text(Act.Key key) {
    return key.number() < 0 ? "k".repeat(TOO_LONG) : "key-" + key.number();
  }

  private static void list(ObjectNode body, String field, List<String> texts) {
    ArrayNode list = body.putArray(field);
    texts.forEach(list::add);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
