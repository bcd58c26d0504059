package io.github.aspoperator.load.event;

/**
 * Walks over JSON in place: fields one by one, strings as ranges of bytes, everything else skipped.
 *
 * <p>It demands of a text only what it needs to find its way, so it is no validator. Names and
 * values are compared as they stand; one written with escapes it does not need is not recognised.
 */
final class JsonCursor {
  private byte[] a = {};
  private int at;
  private int end;
  private int from;
  private int to;

  /** Stands before the first byte of this text. */
  void over(byte[] text, int start, int stop) {
    a = text;
    at = start;
    end = stop;
  }

  /** The array under the cursor, in which {@link #from()} and {@link #to()} count. */
  byte[] array() {
    return a;
  }

  /** The last string, without its quotes: here it begins. */
  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Steps into an object; false, and not a step, if there is something else. */
  boolean enterObject() {
    boolean object = peek() == '{';
    if (object) {
      at++;
    }
    return object;
  }

  /**
   * Steps to the value of the next field, whose name is then the last string; false after the last
   * one.
   */
  boolean nextField() {
    int c = peek();
    if (c == ',') {
      at++;
      c = peek();
    }
    if (c == '}') {
      at++;
      return false;
    }
    string();
    if (peek() != ':') {
      throw new MalformedJson("a field without a colon");
    }
    at++;
    return true;
  }

  /** Whether the last string is this word. */
  boolean is(byte[] word) {
    return Words.same(word, a, from, to);
  }

  /** Reads a string; false, and skipped, if the value is something else. */
  boolean stringOrSkip() {
    boolean string = peek() == '"';
    if (string) {
      string();
    } else {
      skip();
    }
    return string;
  }

  /** Reads an integer; anything else is malformed. */
  long integer() {
    int c = peek();
    if (c < '0' || c > '9') {
      throw new MalformedJson("a number was expected");
    }
    long number = 0;
    int start = at;
    while (at < end && a[at] >= '0' && a[at] <= '9' && at - start < 18) {
      number = number * 10 + a[at++] - '0';
    }
    return number;
  }

  /** Steps over one value of any kind. */
  void skip() {
    int depth = 0;
    do {
      switch (peek()) {
        case '"' -> string();
        case '{', '[' -> {
          depth++;
          at++;
        }
        case '}', ']' -> {
          depth--;
          at++;
        }
        case ',', ':' -> at++;
        default -> bare();
      }
    } while (depth > 0);
    if (depth < 0) {
      throw new MalformedJson("an end without a beginning");
    }
  }

  private void bare() {
    int start = at;
    while (at < end && a[at] > ' ' && a[at] != ',' && a[at] != '}' && a[at] != ']') {
      at++;
    }
    if (at == start) {
      throw new MalformedJson("bytes that are no value");
    }
  }

  private void string() {
    if (peek() != '"') {
      throw new MalformedJson("a string was expected");
    }
    int i = ++at;
    while (i < end && a[i] != '"') {
      i += a[i] == '\\' ? 2 : 1;
    }
    if (i >= end) {
      throw new MalformedJson("a text that ends too soon");
    }
    from = at;
    to = i;
    at = i + 1;
  }

  private int peek() {
    while (at < end && a[at] <= ' ' && a[at] >= 0) {
      at++;
    }
    if (at >= end) {
      throw new MalformedJson("a text that ends too soon");
    }
    return a[at];
  }
}
