package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.text;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.aspoperator.refusal.Refused;
import io.github.aspoperator.wire.Seeded;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Protocol section 4: an escaped lone surrogate is text like any other, in names too; and only
 * ASCII spells a hexadecimal digit.
 */
class EscapesTest {

  private static final char HIGH = '\ud800';
  private static final char LOW = '\udc00';

  /** A field as it was read. */
  private record Field(String name, String value, String raw) {}

  private static Field onlyField(String document) {
    return JsonReader.read(
        utf8(document),
        in -> {
          in.object();
          String name = String.valueOf(in.nextName());
          int start = in.position();
          String value = in.string();
          String raw = text(in.since(start));
          in.nextName();
          return new Field(name, value, raw);
        });
  }

  private static String refused(String document) {
    return refusedField(() ->
        JsonReader.read(
            utf8(document),
            in -> {
              in.anyObject();
              return true;
            }));
  }

  @Test
  void namesAndTextsSayWhatWasSent() {
    Random random = Seeded.random(getClass());
    char[] some = {'a', '"', '\\', 'u', 'é', HIGH, HIGH, '\ud83d', LOW, LOW, '\ude00'};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder said = new StringBuilder();
      for (int length = random.nextInt(10); length > 0; length--) {
        said.append(some[random.nextInt(some.length)]);
      }
      String text = said.toString();
      String spelled = i % 2 == 0 ? escapesOnly(text) : text(new JsonWriter(1).string(text).done());
      assertEquals(
          new Field(text, text, spelled), onlyField("{" + spelled + " : " + spelled + " }"));
    }
  }

  private static String escapesOnly(String text) {
    return text.chars()
        .mapToObj(c -> "\\u" + HexFormat.of().toHexDigits((char) c))
        .collect(Collectors.joining("", "\"", "\""));
  }

  @Test
  void manyInARowAreAsManyAsWereSent() {
    for (int count = 1; count < 20; count++) {
      String text = "😀" + "\ude00".repeat(count);
      String spelled = "\"😀" + "\\ude00".repeat(count) + "\"";
      assertEquals(new Field(text, text, spelled), onlyField("{" + spelled + ":" + spelled + "}"));
    }
  }

  @Test
  void namesAreTheSameWhenTheirSurrogatesAre() {
    String field = "/metadata/" + HIGH;
    assertEquals(field, refused("{\"metadata\":{\"\\ud800\":1,\"\\uD800\":2}}"));
    assertEquals(field, refused("{\"metadata\":{\"\\ud800\":1,\"\\ud801\":2,\"\\ud800\":3}}"));
    assertEquals("/end", refused("{\"\\ud800\":1,\"\\ud801\":2,\"\\udc00\":3,\"end\":?}"));
  }

  @Test
  void anEscapedBackslashMakesNoSurrogate() {
    assertEquals(
        new Field("\\ud800", "\\\\ud800" + LOW, "\"\\\\\\\\ud800\\udc00\""),
        onlyField("{\"\\\\ud800\":\"\\\\\\\\ud800\\udc00\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\\ud800:1}",
        "{\"a\":\\ud800}",
        "{\"a\":1}\\ud800",
        "\\ud800{}",
        "{\"a\":\"\\ud80\"}",
        "{\"a\":\"\\ud80g\"}",
        "{\"\\ud800\\udc0\":1}",
        "{\"\\ud800\\x\":1}",
        "{\"\\ud800",
        "{\"a\":\"\\ud800\\"
      })
  void surrogatesExcuseNothingElse(String document) {
    assertThrows(Refused.class, () -> onlyField(document));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"a\":\"\\u\u02300e9\"}", "{\"\\u00e\u0239\":1}", "{\"a\":\"\\ud83\u0144\"}"})
  void onlyAsciiSpellsAHexadecimalDigit(String document) {
    assertThrows(Refused.class, () -> onlyField(document));
  }
}
