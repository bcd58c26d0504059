package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.utf8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocol section 3: when two bodies are the same body. */
class CanonicalJsonTest {

  private static byte[] canonical(String document) {
    return CanonicalJson.without("key", utf8(document));
  }

  private static boolean same(String one, String other) {
    return Arrays.equals(canonical("{\"v\":" + one + "}"), canonical("{\"v\":" + other + "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1               | 1.0",
        "1               | 10e-1",
        "1               | 0.1E+1",
        "1               | 1.000e00",
        "100             | 1e2",
        "-100            | -1.00e+2",
        "0               | -0",
        "0               | 0.000e999999999999",
        "1e999999999     | 10e999999998",
        "0.001           | 1e-3",
        "1e99999999999999999999 | 0.1e100000000000000000000",
        "[1,{\"a\":2}]   | [ 1.0 , { \"a\" : 2 } ]",
        "{\"a\":1,\"b\":2} | {\"b\":2,\"a\":1}",
        "\"é/\"          | \"\\u00e9\\/\"",
        "\"😀\"          | \"\\uD83D\\ude00\"",
        "{\"é\":1}       | {\"\\u00E9\":1}",
        "{\"\\uD800\":1}  | {\"\\ud800\":1}",
      })
  void spellingDoesNotCount(String one, String other) {
    assertTrue(same(one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1          | 2",
        "1          | -1",
        "1          | 10",
        "1          | \"1\"",
        "1          | 1.0000000000000000000000000001",
        "1e999999999 | 1e999999998",
        "0          | false",
        "null       | false",
        "true       | false",
        "null       | []",
        "[]         | {}",
        "[]         | [[]]",
        "[1,2]      | [2,1]",
        "[1,2]      | [12]",
        "[[1],2]    | [[1,2]]",
        "\"\"       | \" \"",
        "\"a\"      | \"A\"",
        "\"\\ud800\" | \"\\ud801\"",
        "\"\\ud800\" | \"?\"",
        "{\"\\ud800\":1} | {\"\\ud801\":1}",
        "\"é\"      | \"e\\u0301\"",
        "{\"a\":1}  | {\"a\":1,\"b\":null}",
        "{\"a\":{\"b\":1}} | {\"a\":{},\"b\":1}",
        "[\"a\",\"b\"] | [\"ab\"]",
      })
  void meaningCounts(String one, String other) {
    assertFalse(same(one, other));
  }

  @Test
  void theKeyDoesNotCountButOnlyAtTheTop() {
    assertArrayEquals(canonical("{\"a\":1}"), canonical("{\"key\":\"x\",\"a\":1}"));
    assertFalse(same("{\"key\":1}", "{}"));
  }

  @Test
  void anAbsurdExponentEqualsItself() {
    String absurd = "1e" + "9".repeat(100_000);
    assertTrue(same(absurd, absurd));
    assertFalse(same(absurd, absurd + "9"));
  }
}
