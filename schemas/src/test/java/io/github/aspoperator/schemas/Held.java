package io.github.aspoperator.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

/** JSON, held against a schema. */
final class Held {

  static final Judge JUDGE = Judge.create();

  private Held() {}

  /** {@code text} with ids in the place of {@code `S`}, {@code `M`}, {@code `E`}, {@code `T`}. */
  static String real(String text) {
    return text.replace("`S`", "\"sess_01KCM3Q7W5YB6T0V9E2R4N8HXA\"")
        .replace("`M`", "\"msg_01KCM3Q80H3D5J7M9P1S4W6ZBC\"")
        .replace("`E`", "\"evt_01KCM3Q80H3D5J7M9P1S4W6Z01\"")
        .replace("`T`", "1767225600000");
  }

  static void letsIn(String schema, String json) {
    assertEquals(List.of(), JUDGE.by(schema + ".json", real(json)));
  }

  /** It is refused there ({@code -} for the whole), by that rule, and for nothing else. */
  static void refuses(String schema, String where, String rule, String json) {
    List<String> wrong = JUDGE.by(schema + ".json", real(json));
    assertFalse(wrong.isEmpty(), json);
    String place = "At '" + (where.equals("-") ? "" : where) + "': ";
    assertEquals(
        List.of(true),
        wrong.stream()
            .map(sentence -> sentence.startsWith(place) && sentence.endsWith("(" + rule + ")."))
            .toList(),
        wrong::toString);
  }
}
