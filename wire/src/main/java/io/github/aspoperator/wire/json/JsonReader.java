package io.github.aspoperator.wire.json;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document from front to back, strictly (protocol section 4): UTF-8 and nothing
 * else, no field that is not named or comes twice, 64 levels, nothing behind the end; numbers and
 * strings of any size, none of them converted unless asked for. Everything it does not take is
 * {@link Refused} with {@link Refusal.InvalidRequest} and a pointer to the place.
 */
public final class JsonReader {

  /** Bytes of the empty string: its quotes. */
  private static final int EMPTY = 2;

  private final Lexer lexer;
  private final Place place = new Place();

  private JsonReader(byte[] document) {
    this.lexer = new Lexer(document);
  }

  /** What {@code shape} makes of {@code document}, which must be all of it. */
  public static <T> T read(byte[] document, Function<JsonReader, T> shape) {
    if (document.length == 0) {
      throw invalid("", "A JSON object is needed.");
    }
    if (!StrictUtf8.isValid(document)) {
      throw invalid("", "The body must be UTF-8.");
    }
    JsonReader reader = new JsonReader(document);
    try {
      T value = shape.apply(reader);
      if (reader.lexer.peek() >= 0) {
        throw reader.lexer.malformed();
      }
      return value;
    } catch (Malformed malformed) {
      throw reader.refused("The JSON is malformed at byte " + malformed.at() + ".");
    }
  }

  /** Goes into an object; for {@link #nextField} or {@link #nextName}. */
  public void object() {
    if (peek() != JsonKind.OBJECT) {
      throw refused("This must be an object.");
    }
    enter();
  }

  /** Goes into an array; for {@link #nextElement}. */
  public void array() {
    if (peek() != JsonKind.ARRAY) {
      throw refused("This must be a list.");
    }
    enter();
  }

  private void enter() {
    if (!place.enter()) {
      throw refused("This is nested deeper than " + Place.MAX_DEPTH + " levels.");
    }
    lexer.at++;
  }

  /**
   * Goes to the value of the next field and answers its name; null behind the last one, which
   * leaves the object.
   */
  public @Nullable String nextField(Fields fields) {
    if (!next('}')) {
      return null;
    }
    int open = lexer.at;
    boolean escapes = name();
    int field =
        escapes
            ? fields.find(Text.of(lexer.in, open, lexer.at, true))
            : fields.find(lexer.in, open + 1, lexer.at - 1);
    if (field < 0) {
      throw refused("There is no such field.");
    }
    if (!place.see(field)) {
      throw repeated();
    }
    colon();
    return fields.name(field);
  }

  /**
   * As {@link #nextField} where any name may come; that none comes twice is for the caller to see.
   */
  public @Nullable String nextName() {
    if (!next('}')) {
      return null;
    }
    int open = lexer.at;
    boolean escapes = name();
    String name = Text.of(lexer.in, open, lexer.at, escapes);
    colon();
    return name;
  }

  private boolean name() {
    int open = lexer.at;
    boolean escapes = lexer.string();
    place.field(open);
    return escapes;
  }

  private void colon() {
    lexer.expect(':');
    lexer.peek();
  }

  /** The fields, as bits, of the object that was left last. */
  public int seen() {
    return place.seenBelow();
  }

  /** Goes to the next element; answers false behind the last one, which leaves the array. */
  public boolean nextElement() {
    boolean more = next(']');
    if (more) {
      place.element();
    }
    return more;
  }

  private boolean next(char end) {
    boolean first = place.isFirst();
    if (lexer.skip(end)) {
      place.leave();
      return false;
    }
    if (!first) {
      lexer.expect(',');
    }
    lexer.peek();
    return true;
  }

  /** What kind of value comes next. */
  public JsonKind peek() {
    return switch (lexer.peek()) {
      case '"' -> JsonKind.STRING;
      case '{' -> JsonKind.OBJECT;
      case '[' -> JsonKind.ARRAY;
      case 't', 'f' -> JsonKind.BOOLEAN;
      case 'n' -> JsonKind.NULL;
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> JsonKind.NUMBER;
      default -> throw lexer.malformed();
    };
  }

  /** The text of a string. */
  public String string() {
    if (peek() != JsonKind.STRING) {
      throw refused("This must be a string.");
    }
    int open = lexer.at;
    boolean escapes = lexer.string();
    return Text.of(lexer.in, open, lexer.at, escapes);
  }

  /** Reads over a string of at least one character, without making it one. */
  public void text() {
    if (peek() != JsonKind.STRING) {
      throw refused("This must be a string.");
    }
    int open = lexer.at;
    lexer.string();
    if (lexer.at - open == EMPTY) {
      throw refused("This must have at least one character.");
    }
  }

  /** A truth value. */
  public boolean bool() {
    if (peek() != JsonKind.BOOLEAN) {
      throw refused("This must be true or false.");
    }
    boolean value = lexer.in[lexer.at] == 't';
    lexer.literal();
    return value;
  }

  /** The text of a number, as it is spelled. */
  public String number() {
    if (peek() != JsonKind.NUMBER) {
      throw refused("This must be a number.");
    }
    int start = lexer.at;
    lexer.number();
    return new String(lexer.in, start, lexer.at - start, StandardCharsets.US_ASCII);
  }

  /**
   * Reads over a value about which the protocol says nothing but that it is JSON, without repeated
   * names, not too deep.
   */
  public void any() {
    switch (peek()) {
      case STRING -> lexer.string();
      case NUMBER -> lexer.number();
      case BOOLEAN, NULL -> lexer.literal();
      case ARRAY -> {
        array();
        while (nextElement()) {
          any();
        }
      }
      case OBJECT -> anyObject();
    }
  }

  /** As {@link #any}, for a value that must be an object. */
  public void anyObject() {
    object();
    String first = nextName();
    if (first == null) {
      return;
    }
    any();
    String name = nextName();
    if (name == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    names.add(first);
    while (name != null) {
      if (!names.add(name)) {
        throw repeated();
      }
      any();
      name = nextName();
    }
  }

  /** Where the reader is: before a value its first byte, behind it the byte after its last. */
  public int position() {
    return lexer.at;
  }

  /** The very bytes from {@code start} to here. */
  public RawJson since(int start) {
    return RawJson.of(Arrays.copyOfRange(lexer.in, start, lexer.at));
  }

  /** A refusal that names this place. */
  public Refused refused(String message) {
    return invalid(place.pointer(lexer.in), message);
  }

  /** A refusal that names field {@code name} of the object just left. */
  public Refused refused(String name, String message) {
    return invalid(place.pointer(lexer.in) + "/" + Place.segment(name), message);
  }

  /** A refusal for a name that came before. */
  public Refused repeated() {
    return refused("This field comes twice.");
  }

  private static Refused invalid(String field, String message) {
    return new Refusal.InvalidRequest(field, message).thrown();
  }
}
