package io.github.aspoperator.wire.json;

import java.util.Random;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Random JSON text, of all spellings. */
public final class RandomJson {

  private static final String[] WORDS = {
    "",
    "a",
    "b",
    "content",
    "type",
    "text",
    "é",
    "\\u00e9",
    "😀",
    "\\ud83d\\ude00",
    "\\n",
    "\\\\",
    "\\\"",
    "x/y~z"
  };
  private static final String[] NUMBERS = {
    "0", "-0", "1", "-1", "10", "1.0", "0.10", "1e400", "1E-7", "-2.5e+3", "12345678901234567890"
  };
  private static final String[] SPACES = {"", "", "", " ", "\n", "\t ", "\r\n"};

  private final Random random;
  private int depth;

  /** Text from {@code random}. */
  public RandomJson(Random random) {
    this.random = random;
  }

  /** An object. */
  public String object() {
    return many("{", "}", () -> space() + string() + space() + ":" + value());
  }

  /** Any value. */
  public String value() {
    int kind = random.nextInt(depth > 5 ? 4 : 6);
    String value =
        switch (kind) {
          case 0 -> string();
          case 1, 2 -> pick(NUMBERS);
          case 3 -> pick("true", "false", "null");
          case 4 -> many("[", "]", this::value);
          default -> object();
        };
    return space() + value + space();
  }

  private String many(String open, String close, Supplier<String> one) {
    depth++;
    StringJoiner all = new StringJoiner(",", open, close);
    for (int i = random.nextInt(4); i > 0; i--) {
      all.add(one.get());
    }
    depth--;
    return all.length() == 2 ? open + space() + close : all.toString();
  }

  private String string() {
    StringBuilder text = new StringBuilder("\"");
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(pick(WORDS));
    }
    return text.append('"').toString();
  }

  private String space() {
    return pick(SPACES);
  }

  private String pick(String... some) {
    return some[random.nextInt(some.length)];
  }
}
