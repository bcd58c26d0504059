package io.github.aspoperator.wire.request;

import io.github.aspoperator.wire.json.Fields;
import io.github.aspoperator.wire.json.JsonReader;

/** The parts of a message (protocol section 4). */
final class Parts {

  /** Every field that some part has. */
  private static final Fields FIELDS =
      Fields.of("type", "text", "url", "data_uri", "mime_type", "name", "size", "data");

  private static final int SOURCES = FIELDS.set("url", "data_uri");

  private Parts() {}

  /** Reads over a list of parts, of which there must be one at least. */
  static void read(JsonReader in) {
    in.array();
    boolean empty = true;
    while (in.nextElement()) {
      empty = false;
      part(in);
    }
    if (empty) {
      throw in.refused("A list of parts needs at least one.");
    }
  }

  private static void part(JsonReader in) {
    in.object();
    Kind kind = null;
    for (String name = in.nextField(FIELDS); name != null; name = in.nextField(FIELDS)) {
      switch (name) {
        case "type" -> kind = kind(in);
        case "text", "url" -> in.text();
        case "data_uri" -> dataUri(in);
        case "size" -> size(in);
        case "data" -> in.anyObject();
        case "mime_type", "name" -> in.string();
        default -> throw new IllegalStateException(name);
      }
    }
    if (kind == null) {
      throw in.refused("type", "A part needs a type.");
    }
    check(in, kind);
  }

  private static void check(JsonReader in, Kind kind) {
    int seen = in.seen();
    int missing = kind.needs & ~seen;
    if (missing != 0) {
      throw in.refused(FIELDS.first(missing), "This part needs it.");
    }
    int foreign = seen & ~(kind.needs | kind.takes);
    if (foreign != 0) {
      throw in.refused(FIELDS.first(foreign), "This part has no such field.");
    }
    if (kind == Kind.IMAGE && (seen & SOURCES) == 0) {
      throw in.refused("url", "An image needs a url, a data_uri or both.");
    }
  }

  private static Kind kind(JsonReader in) {
    String type = in.string();
    for (Kind kind : Kind.values()) {
      if (kind.type.equals(type)) {
        return kind;
      }
    }
    throw in.refused("A part is text, image, file or data.");
  }

  private static void dataUri(JsonReader in) {
    if (!in.string().startsWith("data:")) {
      throw in.refused("This must begin with data: .");
    }
  }

  /** Any integer from 0, written as one: 1.0 and 1e2 are numbers, but not integers here. */
  private static void size(JsonReader in) {
    String number = in.number();
    boolean integer = number.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!integer && !number.equals("-0")) {
      throw in.refused("This must be an integer from 0.");
    }
  }

  /** What a part may be, and the sets of fields it needs and takes besides. */
  private enum Kind {
    TEXT("text", FIELDS.set("type", "text"), 0),
    IMAGE("image", FIELDS.set("type"), FIELDS.set("url", "data_uri", "mime_type", "name")),
    FILE("file", FIELDS.set("type", "url"), FIELDS.set("name", "mime_type", "size")),
    DATA("data", FIELDS.set("type", "data"), 0);

    private final String type;
    private final int needs;
    private final int takes;

    Kind(String type, int needs, int takes) {
      this.type = type;
      this.needs = needs;
      this.takes = takes;
    }
  }
}
