package io.github.aspoperator.functions;

import io.github.aspoperator.wire.json.JsonKind;
import io.github.aspoperator.wire.json.JsonReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parts of events; what nobody asks for is passed over. */
public final class EventJson {

  private EventJson() {}

  /**
   * Reads a whole event.
   *
   * @param field takes the reader, which stands before its value, and the name of each field
   */
  public static void read(byte[] event, BiConsumer<JsonReader, String> field) {
    JsonReader.read(
        event,
        json -> {
          object(json, field);
          return event;
        });
  }

  /** Reads an object. */
  public static void object(JsonReader json, BiConsumer<JsonReader, String> field) {
    json.object();
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      field.accept(json, name);
    }
  }

  /** An array of what {@code element} reads. */
  public static <T> List<T> array(JsonReader json, Supplier<T> element) {
    List<T> all = new ArrayList<>();
    json.array();
    while (json.nextElement()) {
      all.add(element.get());
    }
    return all;
  }

  /** A string, or none. */
  public static @Nullable String string(JsonReader json) {
    return json.peek() == JsonKind.STRING ? json.string() : null;
  }

  /** An object of strings; none where there is none. */
  public static Map<String, String> strings(JsonReader json) {
    Map<String, String> all = new HashMap<>();
    if (json.peek() == JsonKind.OBJECT) {
      object(json, (at, name) -> all.put(name, at.string()));
    }
    return all;
  }
}
