package io.github.aspoperator.local.hostile;

import java.util.Random;

/** Makes bad input out of good input; all of it can be had again from the seed. */
final class Garble {

  private static final String[] BYTES = {
    "\r\n",
    "\r",
    "\n",
    "\0",
    " ",
    "\t",
    ":",
    "|",
    "%",
    "%00",
    "%2e%2e/",
    "/",
    "?",
    "#",
    ";",
    ",",
    "\"",
    "\\",
    "\\u12",
    "{",
    "}",
    "[",
    "[[[[",
    "]",
    "\u00ff",
    "\u00c0\u00af",
    "\u00ed\u00a0\u0080",
    "-",
    "0",
    "1e999999",
    "99999999999999999999",
    "null",
    "true",
    "\"a\":1,",
    "HTTP/1.1",
    "HTTP/9.9",
    "Host: b\r\n",
    "Content-Length: 3\r\n",
    "Content-Length: -3\r\n",
    "Connection: close\r\n",
    "Transfer-Encoding: chunked\r\n",
    "Expect: 100-continue\r\n",
    "Upgrade: websocket\r\n",
    "Connection: Upgrade\r\n",
    "X-ASP-Agent: @a.b\r\n",
    "GET / HTTP/1.1\r\n\r\n",
    "\r\n\r\n"
  };
  private static final String[] SCALARS = {
    "null",
    "true",
    "0",
    "-1",
    "1.0",
    "1e400",
    "12345678901234567890",
    "\"\"",
    "\"x\"",
    "\"@a.b\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "\"@A.b\"",
    "[]",
    "{}"
  };
  private static final String[] NAMES = {
    "content", "metadata", "invite", "topic", "type", "text", "url", "data", "size", "handle", "x"
  };

  private final Random random;

  private Garble(Random random) {
    this.random = random;
  }

  /** For {@code test}; to repeat a run, give the number it prints as {@code -Dtest.seed}. */
  static Garble of(Class<?> test) {
    long seed = Long.getLong("test.seed", 1);
    System.out.println(test.getSimpleName() + ": test.seed=" + seed);
    return new Garble(new Random(seed ^ test.getSimpleName().hashCode()));
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(String... some) {
    return some[random.nextInt(some.length)];
  }

  /** {@code text}, of bytes, changed in one to three places. */
  String text(String text) {
    String garbled = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      garbled = once(garbled);
    }
    return garbled;
  }

  private String once(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + random.nextInt(12));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(0, at) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(at, to) + text.substring(to);
      case 3 -> text.substring(0, at) + (char) random.nextInt(256) + text.substring(to);
      case 4 -> text.substring(0, at) + "x".repeat(random.nextInt(40_000)) + text.substring(at);
      default -> text.substring(0, at) + pick(BYTES) + text.substring(at);
    };
  }

  /** Any JSON, mostly small; now and then deep. */
  String json() {
    int deep = random.nextInt(30) == 0 ? random.nextInt(100) : 0;
    return "{\"a\":".repeat(deep) + json(3) + "}".repeat(deep);
  }

  private String json(int depth) {
    int kind = random.nextInt(depth == 0 ? 3 : 5);
    return switch (kind) {
      case 3 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
      case 4 -> object(depth);
      default -> pick(SCALARS);
    };
  }

  private String object(int depth) {
    StringBuilder object = new StringBuilder("{");
    for (int i = random.nextInt(4); i >= 0; i--) {
      object.append('"').append(pick(NAMES)).append("\":").append(json(depth - 1));
      object.append(i > 0 ? "," : "");
    }
    return object.append('}').toString();
  }

  /** {@code count} random bytes. */
  String bytes(int count) {
    StringBuilder bytes = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      bytes.append((char) random.nextInt(256));
    }
    return bytes.toString();
  }
}
