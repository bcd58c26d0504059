package io.github.aspoperator.wire.http;

import io.github.aspoperator.refusal.Refusal;
import io.github.aspoperator.refusal.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one query string, read strictly: each one known, once, and well encoded
 * (protocol section 4).
 */
final class Query {

  private static final int LONGEST_NUMBER = 18;

  private final Map<String, String> values;

  private Query(Map<String, String> values) {
    this.values = values;
  }

  /**
   * The parameters of {@code rawQuery}, which is null or empty when there is none.
   *
   * @throws Refused {@code InvalidRequest} that names a parameter as {@code ?name}
   */
  static Query of(@Nullable String rawQuery, String... known) {
    Map<String, String> values = new HashMap<>();
    if (rawQuery != null && !rawQuery.isEmpty()) {
      for (String pair : rawQuery.split("&", -1)) {
        add(values, pair, List.of(known));
      }
    }
    return new Query(values);
  }

  private static void add(Map<String, String> values, String pair, List<String> known) {
    int equals = pair.indexOf('=');
    String rawName = equals < 0 ? pair : pair.substring(0, equals);
    String name = PercentEncoding.decode(rawName).orElseThrow(() -> badlyEncoded(rawName));
    String value =
        PercentEncoding.decode(equals < 0 ? "" : pair.substring(equals + 1))
            .orElseThrow(() -> badlyEncoded(name));
    if (!known.contains(name)) {
      throw refused(name, "There is no such query parameter.");
    }
    if (values.put(name, value) != null) {
      throw refused(name, "This query parameter comes twice.");
    }
  }

  /** The value of a parameter, if it is there. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * A whole number between {@code min} and {@code max}, or {@code otherwise} when it is not there.
   */
  long number(String name, long min, long max, long otherwise) {
    Optional<String> text = get(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    boolean digits =
        !text.get().isEmpty()
            && text.get().length() <= LONGEST_NUMBER
            && text.get().chars().allMatch(c -> c >= '0' && c <= '9');
    long value = digits ? Long.parseLong(text.get()) : -1;
    if (value < min || value > max) {
      throw refused(name, "This must be a whole number from " + min + " to " + max + ".");
    }
    return value;
  }

  static Refused refused(String name, String message) {
    return new Refusal.InvalidRequest("?" + name, message).thrown();
  }

  private static Refused badlyEncoded(String name) {
    return refused(name, "This query parameter is badly percent-encoded.");
  }
}
