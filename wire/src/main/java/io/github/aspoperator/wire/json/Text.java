package io.github.aspoperator.wire.json;

import java.nio.charset.StandardCharsets;

/** What a JSON string says. */
final class Text {

  private Text() {}

  /**
   * The text of the string whose quotes are at {@code open} and {@code end - 1}; it was read over
   * before. An escaped lone surrogate becomes a lone {@code char}.
   */
  static String of(byte[] in, int open, int end, boolean escapes) {
    int from = open + 1;
    int to = end - 1;
    return escapes
        ? unescaped(in, from, to)
        : new String(in, from, to - from, StandardCharsets.UTF_8);
  }

  private static String unescaped(byte[] in, int from, int to) {
    StringBuilder out = new StringBuilder(to - from);
    int plain = from;
    int at = from;
    while (at < to) {
      if (in[at] != '\\') {
        at++;
        continue;
      }
      out.append(new String(in, plain, at - plain, StandardCharsets.UTF_8));
      out.append(escaped(in, at + 1));
      at += in[at + 1] == 'u' ? 6 : 2;
      plain = at;
    }
    return out.append(new String(in, plain, to - plain, StandardCharsets.UTF_8)).toString();
  }

  private static char escaped(byte[] in, int at) {
    return switch (in[at]) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        int code = 0;
        for (int i = 1; i <= 4; i++) {
          code = code << 4 | Character.digit(in[at + i], 16);
        }
        yield (char) code;
      }
      default -> (char) in[at];
    };
  }
}
