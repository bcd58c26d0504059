package io.github.aspoperator.wire.json;

import com.fasterxml.jackson.core.JsonToken;
import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
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

  private static final int MAX_DEPTH = 64;

  /** Before a value at its first token, behind it at its last. */
  private final Tokens tokens;

  /** By depth: the fields met so far. */
  private final int[] seen = new int[MAX_DEPTH + 2];

  private JsonReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /** What {@code shape} makes of {@code document}, which must be all of it. */
  public static <T> T read(byte[] document, Function<JsonReader, T> shape) {
    Tokens tokens = new Tokens(document);
    if (tokens.next() == null) {
      throw tokens.refused("A JSON object is needed.");
    }
    T value = shape.apply(new JsonReader(tokens));
    if (tokens.next() != null) {
      throw tokens.refused("Nothing may stand behind the JSON object.");
    }
    return value;
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
    if (tokens.depth() > MAX_DEPTH) {
      throw refused("This is nested deeper than " + MAX_DEPTH + " levels.");
    }
    seen[tokens.depth()] = 0;
  }

  /**
   * Goes to the value of the next field and answers its name; null behind the last one, which
   * leaves the object.
   */
  public @Nullable String nextField(Fields fields) {
    if (tokens.next() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = tokens.name();
    int field = fields.find(name);
    if (field == 0) {
      throw refused("There is no such field.");
    }
    int depth = tokens.depth();
    if ((seen[depth] & field) != 0) {
      throw repeated();
    }
    seen[depth] |= field;
    tokens.next();
    return name;
  }

  /**
   * As {@link #nextField} where any name may come; that none comes twice is for the caller to see.
   */
  public @Nullable String nextName() {
    if (tokens.next() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = tokens.name();
    tokens.next();
    return name;
  }

  /** The fields, as bits, of the object that was left last. */
  public int seen() {
    return seen[tokens.depth() + 1];
  }

  /** Goes to the next element; answers false behind the last one, which leaves the array. */
  public boolean nextElement() {
    return tokens.next() != JsonToken.END_ARRAY;
  }

  /** What kind of value comes next. */
  public JsonKind peek() {
    return switch (tokens.current()) {
      case VALUE_STRING -> JsonKind.STRING;
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> JsonKind.NUMBER;
      case START_OBJECT -> JsonKind.OBJECT;
      case START_ARRAY -> JsonKind.ARRAY;
      case VALUE_TRUE, VALUE_FALSE -> JsonKind.BOOLEAN;
      case VALUE_NULL -> JsonKind.NULL;
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value comes next");
    };
  }

  /** The text of a string. */
  public String string() {
    if (peek() != JsonKind.STRING) {
      throw refused("This must be a string.");
    }
    return tokens.text();
  }

  /** Reads over a string of at least one character, without making it one. */
  public void text() {
    if (peek() != JsonKind.STRING) {
      throw refused("This must be a string.");
    }
    if (tokens.isEmpty()) {
      throw refused("This must have at least one character.");
    }
  }

  /** A truth value. */
  public boolean bool() {
    if (peek() != JsonKind.BOOLEAN) {
      throw refused("This must be true or false.");
    }
    return tokens.current() == JsonToken.VALUE_TRUE;
  }

  /** The text of a number, as it is spelled. */
  public String number() {
    if (peek() != JsonKind.NUMBER) {
      throw refused("This must be a number.");
    }
    return tokens.text();
  }

  /**
   * Reads over a value about which the protocol says nothing but that it is JSON, without repeated
   * names, not too deep.
   */
  public void any() {
    switch (peek()) {
      case STRING, NUMBER, BOOLEAN, NULL -> {}
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
    Set<String> names = new HashSet<>();
    for (String name = nextName(); name != null; name = nextName()) {
      if (!names.add(name)) {
        throw repeated();
      }
      any();
    }
  }

  /** Where the value that comes next begins; for {@link #since}. */
  public int position() {
    return tokens.start();
  }

  /** The very bytes from {@code start} to the end of the value that was read last. */
  public RawJson since(int start) {
    return tokens.since(start);
  }

  /** A refusal that names this place. */
  public Refused refused(String message) {
    return tokens.refused(message);
  }

  /** A refusal that names field {@code name}, one of ours, of the object just left. */
  public Refused refused(String name, String message) {
    return tokens.refused("/" + name, message);
  }

  /** A refusal for a name that came before. */
  public Refused repeated() {
    return refused("This field comes twice.");
  }
}
