package io.github.aspoperator.wire.json;

import io.github.aspoperator.content.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes one JSON document as UTF-8, without white space. Commas come by themselves; that objects
 * and arrays are closed is the caller's care.
 */
public final class JsonWriter {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NUMBER = 20;
  private static final int LONGEST_ESCAPE = 6;

  private byte[] out;
  private int size;

  /** A document of about {@code bytes} bytes; it grows as needed. */
  public JsonWriter(int bytes) {
    out = new byte[bytes];
  }

  /** Opens an object. */
  public JsonWriter object() {
    comma();
    put('{');
    return this;
  }

  /** Closes an object. */
  public JsonWriter endObject() {
    put('}');
    return this;
  }

  /** Opens an array. */
  public JsonWriter array() {
    comma();
    put('[');
    return this;
  }

  /** Closes an array. */
  public JsonWriter endArray() {
    put(']');
    return this;
  }

  /** The name of the next value: one of ours, ASCII without need of escapes. */
  public JsonWriter name(String name) {
    comma();
    ascii(name);
    put(':');
    return this;
  }

  /** A string of ours: an id, a handle, a word; ASCII without need of escapes. */
  public JsonWriter word(String word) {
    comma();
    ascii(word);
    return this;
  }

  /**
   * Any string. A lone surrogate is written as its escape, since UTF-8 has no other way to say it.
   */
  public JsonWriter string(String text) {
    comma();
    room(text.length() + 2);
    out[size++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      room(LONGEST_ESCAPE);
      if (c == '"' || c == '\\') {
        out[size++] = '\\';
        out[size++] = (byte) c;
      } else if (c >= ' ' && c < 0x80) {
        out[size++] = (byte) c;
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        four(Character.toCodePoint(c, text.charAt(i)));
      } else {
        upToThree(c);
      }
    }
    put('"');
    return this;
  }

  private void upToThree(char c) {
    if (c < ' ' || Character.isSurrogate(c)) {
      out[size++] = '\\';
      out[size++] = 'u';
      for (int shift = 12; shift >= 0; shift -= 4) {
        out[size++] = HEX[(c >> shift) & 15];
      }
    } else if (c < 0x800) {
      out[size++] = (byte) (0xc0 | (c >> 6));
      out[size++] = (byte) (0x80 | (c & 0x3f));
    } else {
      out[size++] = (byte) (0xe0 | (c >> 12));
      out[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      out[size++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  private void four(int code) {
    out[size++] = (byte) (0xf0 | (code >> 18));
    out[size++] = (byte) (0x80 | ((code >> 12) & 0x3f));
    out[size++] = (byte) (0x80 | ((code >> 6) & 0x3f));
    out[size++] = (byte) (0x80 | (code & 0x3f));
  }

  /** A whole number, not negative. */
  public JsonWriter number(long value) {
    comma();
    room(LONGEST_NUMBER);
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    size += digits;
    long rest = value;
    for (int i = size - 1; i >= size - digits; i--) {
      out[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return this;
  }

  /** {@code true} or {@code false}. */
  public JsonWriter bool(boolean value) {
    return raw(RawJson.of(value ? "true" : "false"));
  }

  /** A value that is JSON already, byte for byte. */
  public JsonWriter raw(RawJson json) {
    byte[] utf8 = json.utf8();
    comma();
    room(utf8.length);
    System.arraycopy(utf8, 0, out, size, utf8.length);
    size += utf8.length;
    return this;
  }

  /** The document. */
  public byte[] done() {
    return size == out.length ? out : Arrays.copyOf(out, size);
  }

  /** Between two values; no value ends in what opens or names one. */
  private void comma() {
    if (size > 0) {
      byte last = out[size - 1];
      if (last != '{' && last != '[' && last != ':') {
        put(',');
      }
    }
  }

  private void ascii(String text) {
    int length = text.length();
    room(length + 2);
    byte[] to = out;
    int at = size;
    to[at++] = '"';
    for (int i = 0; i < length; i++) {
      to[at++] = (byte) text.charAt(i);
    }
    to[at++] = '"';
    size = at;
  }

  private void put(char c) {
    room(1);
    out[size++] = (byte) c;
  }

  private void room(int bytes) {
    if (out.length - size < bytes) {
      out = Arrays.copyOf(out, Math.max(size + bytes, 2 * out.length));
    }
  }
}
