package io.github.aspoperator.wire.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/**
 * One spelling for each JSON document: equal for documents that differ in white space, in the order
 * of names, in how strings are escaped and in how numbers are spelled, and for no others. It is
 * made to be hashed, not to be read: every string stands behind its length, so that no two
 * documents run into each other.
 */
public final class CanonicalJson {

  private CanonicalJson() {}

  /**
   * The canonical form of {@code document}, an object, without its field {@code except}.
   *
   * @throws io.github.aspoperator.refusal.Refused as {@link JsonReader} does; not for a document
   *     that was read before
   */
  public static byte[] without(String except, byte[] document) {
    return JsonReader.read(
        document,
        reader -> {
          Map<String, byte[]> members = members(reader);
          members.remove(except);
          return object(members);
        });
  }

  private static byte[] value(JsonReader reader) {
    JsonKind kind = reader.peek();
    return switch (kind) {
      case OBJECT -> object(members(reader));
      case ARRAY -> array(reader);
      case STRING -> text('"', reader.string());
      case NUMBER -> text('#', CanonicalNumber.of(reader.number()));
      case BOOLEAN -> text(reader.bool() ? 't' : 'f', "");
      case NULL -> {
        reader.any();
        yield text('n', "");
      }
    };
  }

  private static Map<String, byte[]> members(JsonReader reader) {
    Map<String, byte[]> members = new TreeMap<>();
    reader.object();
    for (String name = reader.nextName(); name != null; name = reader.nextName()) {
      members.put(name, value(reader));
    }
    return members;
  }

  private static byte[] object(Map<String, byte[]> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('{');
    members.forEach((name, value) -> {
      out.writeBytes(text(':', name));
      out.writeBytes(value);
    });
    out.write('}');
    return out.toByteArray();
  }

  private static byte[] array(JsonReader reader) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    reader.array();
    while (reader.nextElement()) {
      out.writeBytes(value(reader));
    }
    out.write(']');
    return out.toByteArray();
  }

  /** {@code kind}, the length, and the text as UTF-16, which can spell a lone surrogate. */
  private static byte[] text(char kind, String text) {
    ByteBuffer out = ByteBuffer.allocate(5 + 2 * text.length());
    out.put((byte) kind).putInt(text.length()).asCharBuffer().put(text);
    return out.array();
  }
}
