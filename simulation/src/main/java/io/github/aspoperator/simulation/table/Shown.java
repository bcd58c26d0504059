package io.github.aspoperator.simulation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Keys as a trace shows them. */
final class Shown {

  private static final List<String> KEYS =
      List.of("s", "k", "p", "q", ":s", ":k", ":p", ":from", ":to");
  private static final int LONGEST = 60;
  private static final String TOKEN = "t#";

  private Shown() {}

  static String of(Object what) {
    return switch (what) {
      case Map<?, ?> map -> map(map);
      case List<?> list -> String.join(", ", list.stream().map(Shown::of).toList());
      case TransactWriteItem part -> of(Write.of(part).key());
      case WriteRequest write -> of(write.putRequest().item());
      case KeysAndAttributes keys -> of(keys.keys());
      case AttributeValue value -> text(value);
      default -> what.toString();
    };
  }

  private static String map(Map<?, ?> map) {
    List<String> parts = new ArrayList<>();
    for (String key : KEYS) {
      if (map.get(key) instanceof AttributeValue value && value.bool() == null) {
        parts.add(text(value));
      }
    }
    if (parts.isEmpty()) {
      map.forEach((name, value) -> parts.add(name + "(" + of(value) + ")"));
    }
    return String.join("/", parts);
  }

  private static String text(AttributeValue value) {
    String text = value.s() == null ? String.valueOf(value.n()) : value.s();
    if (text.startsWith(TOKEN)) {
      // drawn by chance: a course must not be told apart by it
      return TOKEN + "…";
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
