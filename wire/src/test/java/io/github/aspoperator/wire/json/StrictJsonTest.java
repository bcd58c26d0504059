package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.refusedField;
import static io.github.aspoperator.wire.Wire.text;
import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protocol section 4: what is JSON, and what is not. */
class StrictJsonTest {

  private static String through(String json) {
    byte[] document = utf8("{\"data\": " + json + " }");
    return JsonReader.read(
        document,
        in -> {
          in.object();
          in.nextName();
          int start = in.position();
          in.any();
          String raw = text(in.since(start));
          in.nextName();
          return raw;
        });
  }

  private static String refused(byte[] document) {
    return refusedField(() ->
        JsonReader.read(
            document,
            in -> {
              in.anyObject();
              return true;
            }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1E-400",
        "0.10",
        "-0",
        "-0.0e+00",
        "12345678901234567890",
        "1.50",
        "true",
        "false",
        "null",
        "[]",
        "{}",
        "[ ]",
        "{ }",
        "[[],{}]",
        "\"\"",
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "{\"\\ud800\":1,\"\\udc00\":2}",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\u007f\u0080\u2028\ufeff\uffff\"",
        "\"grüß 你好 😀\"",
        "{ \"b\" : 1 ,\t\"a\" :\r\n[ 2 ] }"
      })
  void aValueIsCutOutAsItWasSent(String json) {
    assertEquals(json, through(json));
  }

  @Test
  void aNumberOf5000DigitsIsCutOutAsItWasSent() {
    String digits = "7".repeat(5000);
    assertEquals(
        "-" + digits + "." + digits + "e-" + digits,
        through("-" + digits + "." + digits + "e-" + digits));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-",
        "+1",
        ".5",
        "5.",
        "1e",
        "1e+",
        "0x1",
        "-01",
        "1 2",
        "NaN",
        "Infinity",
        "tru",
        "truex",
        "True",
        "nul",
        "",
        "'a'",
        "\"",
        "\"a",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\\u123",
        "\"\\",
        "\"\u0000\"",
        "\"\t\"",
        "\"\n\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1",
        "]",
        "[1}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\" 1}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{1:1}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1]",
        "/**/1",
        "1 // no",
        "\u00a01",
        "\ufeff1",
        "1\u0085"
      })
  void whatIsNotJsonIsRefused(String json) {
    refusedField(() -> through(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}{}",
        "{} x",
        "{},",
        "{}]",
        "\ufeff{}",
        "{}\u0000",
        "[]",
        "1",
        " ",
        "\"a\"",
        "null"
      })
  void aDocumentIsOneObject(String document) {
    assertEquals("", refused(utf8(document)));
  }

  @Test
  void whiteSpaceMayStandAround() {
    String empty =
        JsonReader.read(
            utf8(" \t\r\n{ } \n"),
            in -> {
              in.anyObject();
              return "read";
            });
    assertEquals("read", empty);
  }

  @ParameterizedTest
  @CsvSource({
    "C080, overlong NUL",
    "C1BF, overlong",
    "E08080, overlong",
    "F0808080, overlong",
    "EDA080, a surrogate",
    "EDBFBF, a surrogate",
    "F4908080, above Unicode",
    "F8888080, five bytes",
    "80, a continuation alone",
    "E282, truncated",
    "FF, never a byte of UTF-8"
  })
  void whatIsNotUtf8IsRefusedAsAWhole(String hex, String why) {
    String bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
    byte[] document = ("{\"a\":\"" + bytes + "\"}").getBytes(StandardCharsets.ISO_8859_1);
    assertEquals("", refused(document), why);
  }

  @Test
  void otherEncodingsAreRefused() {
    assertEquals("", refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16)));
    assertEquals("", refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
    assertEquals("", refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE)));
    assertEquals("", refused("{\"a\":1}".getBytes(StandardCharsets.UTF_32LE)));
    assertEquals("", refused("{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void aLongTextIsCheckedToItsEnd() {
    String text = "é".repeat(5000);
    assertEquals("\"" + text + "\"", through("\"" + text + "\""));
    byte[] document = utf8("{\"a\":\"" + text + "\"}");
    document[document.length - 3] = 'x';
    assertEquals("", refused(document));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'a':1,'a':2}                 | /a",
        "{'a':1,'\\u0061':2}           | /a",
        "{'x':[0,{'b':1,'c':2,'b':3}]} | /x/1/b",
        "{'a/b~c':{'':1,'':2}}         | /a~1b~0c/",
        "{'\\ud83d\\ude00':1,'😀':2}   | /😀",
      })
  void aNameThatComesTwiceIsNamed(String document, String field) {
    assertEquals(field, refused(utf8(document.replace('\'', '"'))));
  }

  @Test
  void sixtyFourLevelsAreRead() {
    assertEquals("[".repeat(63) + "]".repeat(63), through("[".repeat(63) + "]".repeat(63)));
  }

  @Test
  void theSixtyFifthLevelIsNamed() {
    assertEquals(
        "/data" + "/0".repeat(63), refusedField(() -> through("[".repeat(64) + "]".repeat(64))));
    assertEquals("/a".repeat(64), refused(utf8("{\"a\":".repeat(65) + "1" + "}".repeat(65))));
    assertEquals("/a".repeat(64), refused(utf8("{\"a\":".repeat(100_000))));
  }

  @Test
  void anErrorIsNamedByThePlaceWhereItStands() {
    assertEquals("/a/1/b", refused(utf8("{\"a\":[1,{\"b\":tru}]}")));
    assertEquals("/a/2", refused(utf8("{\"a\":[[1],{\"b\":2},?]}")));
    assertEquals("/z", refused(utf8("{\"a\":[[1],{\"b\":2}],\"z\":")));
  }

  @Test
  void aPointerIsCutWhereItGetsLong() {
    String name = "n".repeat(9000);
    Supplier<String> field = () -> refused(utf8("{\"" + name + "\":1,\"" + name + "\":2}"));
    assertEquals(512, field.get().length());
  }
}
