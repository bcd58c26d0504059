package io.github.aspoperator.wire.json;

import java.nio.charset.StandardCharsets;

/**
 * The words of JSON (RFC 8259), read over one by one without converting any: after each, {@link
 * #at} is the byte behind its last one. The bytes were found to be UTF-8 before. What cannot be
 * read is {@link Malformed}.
 */
final class Lexer {

  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final int HEX_DIGITS = 4;

  final byte[] in;
  int at;

  Lexer(byte[] in) {
    this.in = in;
  }

  /** The next byte that is not white space, which stays unread; -1 at the end. */
  int peek() {
    while (at < in.length) {
      byte b = in[at];
      if (b > ' ' || (b != ' ' && b != '\n' && b != '\t' && b != '\r')) {
        return b & 0xff;
      }
      at++;
    }
    return -1;
  }

  /** Reads {@code punctuation}. */
  void expect(char punctuation) {
    if (peek() != punctuation) {
      throw malformed();
    }
    at++;
  }

  /** Reads {@code punctuation} if it comes next. */
  boolean skip(char punctuation) {
    if (peek() != punctuation) {
      return false;
    }
    at++;
    return true;
  }

  /** Reads over a string; answers whether it has escapes. */
  boolean string() {
    expect('"');
    boolean escapes = false;
    while (at < in.length) {
      byte b = in[at];
      if (b == '"') {
        at++;
        return escapes;
      }
      if (b == '\\') {
        escapes = true;
        escape();
      } else if (b >= 0 && b < ' ') {
        throw malformed();
      } else {
        at++;
      }
    }
    throw malformed();
  }

  private void escape() {
    at++;
    switch (byteAt(at)) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at++;
      case 'u' -> {
        at++;
        for (int i = 0; i < HEX_DIGITS; i++) {
          if (Character.digit(byteAt(at), 16) < 0) {
            throw malformed();
          }
          at++;
        }
      }
      default -> throw malformed();
    }
  }

  /** Reads over a number of any size. */
  void number() {
    if (byteAt(at) == '-') {
      at++;
    }
    if (byteAt(at) == '0') {
      at++;
    } else {
      digits();
    }
    if (byteAt(at) == '.') {
      at++;
      digits();
    }
    if (byteAt(at) == 'e' || byteAt(at) == 'E') {
      at++;
      if (byteAt(at) == '+' || byteAt(at) == '-') {
        at++;
      }
      digits();
    }
  }

  private void digits() {
    int start = at;
    while (byteAt(at) >= '0' && byteAt(at) <= '9') {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
  }

  /** Reads over {@code true}, {@code false} or {@code null}. */
  void literal() {
    byte[] word =
        switch (peek()) {
          case 't' -> TRUE;
          case 'f' -> FALSE;
          case 'n' -> NULL;
          default -> throw malformed();
        };
    for (byte letter : word) {
      if (byteAt(at) != letter) {
        throw malformed();
      }
      at++;
    }
  }

  /** The byte at {@code i}, or -1 behind the end and for what is not ASCII. */
  private int byteAt(int i) {
    return i < in.length ? in[i] : -1;
  }

  Malformed malformed() {
    return new Malformed(at);
  }
}
