package io.github.aspoperator.bed.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Percent escapes as API Gateway undoes them. */
final class Escapes {

  private Escapes() {}

  /** Decoded; what is no escape stays as it is. */
  static String decode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int value = bytes[i] == '%' ? hex(bytes, i + 1) : -1;
      if (value >= 0) {
        out.write(value);
        i += 2;
      } else {
        out.write(bytes[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The path of an event: decoded, and cut off at a question mark that was escaped. */
  static String path(String raw) {
    String path = decode(raw);
    int question = path.indexOf('?');
    return question < 0 ? path : path.substring(0, question);
  }

  /** Decoded parameters; those of one name are one, joined with commas. */
  static Map<String, String> query(@Nullable String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return parameters;
    }
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(plus(equals < 0 ? pair : pair.substring(0, equals)));
      String value = equals < 0 ? "" : decode(plus(pair.substring(equals + 1)));
      parameters.merge(name, value, (a, b) -> a + "," + b);
    }
    return parameters;
  }

  private static String plus(String text) {
    return text.replace('+', ' ');
  }

  private static int hex(byte[] bytes, int at) {
    if (at + 1 >= bytes.length) {
      return -1;
    }
    int high = Character.digit(bytes[at], 16);
    int low = Character.digit(bytes[at + 1], 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
