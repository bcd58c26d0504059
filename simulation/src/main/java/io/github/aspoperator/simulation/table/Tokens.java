package io.github.aspoperator.simulation.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an expression, one after the other. */
final class Tokens {

  private static final Pattern TOKEN = Pattern.compile("\\s*(:?\\w+|<>|<=|>=|[=<>(),+-])");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int at;

  Tokens(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
    if (end != text.strip().length()) {
      throw wrong();
    }
  }

  boolean isAtEnd() {
    return at == tokens.size();
  }

  String next() {
    if (isAtEnd()) {
      throw wrong();
    }
    return tokens.get(at++);
  }

  /** Takes {@code word} if it comes next, whatever its case. */
  boolean takes(String word) {
    boolean there = !isAtEnd() && tokens.get(at).toLowerCase(Locale.ROOT).equals(word);
    if (there) {
      at++;
    }
    return there;
  }

  void expect(String word) {
    if (!takes(word)) {
      throw wrong();
    }
  }

  IllegalArgumentException wrong() {
    return new IllegalArgumentException("not understood behind token " + at + ": " + text);
  }
}
