package io.github.aspoperator.local.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.RawHttp;
import io.github.aspoperator.local.client.Shape;
import io.github.aspoperator.testkit.client.Answer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A good body, broken in every place that it has: each time 400, and nothing is changed. */
class BodyTricksTest {

  private static final TestOperator OPERATOR = TestOperator.start(Setting.MEMORY);
  private static final Witness WITNESS = new Witness(OPERATOR);

  /** Everything that a message may have. */
  private static final String MESSAGE =
      """
      {"content":[{"type":"text","text":"hé"},{"type":"image","url":"u","mime_type":"m","name":"n"},\
      {"type":"file","url":"u","size":7},{"type":"data","data":{"a":[1,{"b":null}]}}],\
      "metadata":{"k":[true,1.5e3]},"idempotency_key":"key"}\
      """;

  private static final Pattern NAME = Pattern.compile("\"(\\w+)\":");

  @AfterAll
  static void stop() {
    OPERATOR.close();
  }

  /** The answer to a body of bytes, one for each character. */
  private static Answer send(String body) {
    return send(WITNESS, body);
  }

  private static Answer send(Witness witness, String body) {
    String request =
        "POST /sessions/%s/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\n"
            .formatted(witness.session(), witness.alice().token());
    String length = "Content-Length: " + body.length() + "\r\n\r\n";
    return Shape.check(RawHttp.ask(OPERATOR.url(), RawHttp.bytes(request + length + body)));
  }

  private static String latin1() {
    return MESSAGE.replace("é", "\u00c3\u00a9");
  }

  @Test
  void whereverItIsCutOff() {
    for (int end = 0; end < latin1().length(); end++) {
      assertEquals(400, send(latin1().substring(0, end)).status(), "cut off at " + end);
    }
    WITNESS.assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff",
        "\u00c0\u00af",
        "\u00ed\u00a0\u0080",
        "\u00e2\u0082",
        "\u0000",
        "\u0001"
      })
  void whereverBytesAreThatAreNoText(String bytes) {
    for (int at = 0; at <= latin1().length(); at += 3) {
      String body = latin1().substring(0, at) + bytes + latin1().substring(at);
      assertEquals(400, send(body).status(), "at " + at);
    }
    WITNESS.assertUntouched();
  }

  /** Each name of the body with something done to it; whether the field is told is asked for. */
  private static void atEachName(boolean tellsTheName, UnaryOperator<String> change) {
    Matcher name = NAME.matcher(latin1());
    int names = 0;
    while (name.find()) {
      String before = latin1().substring(0, name.start());
      String body = before + change.apply(name.group(1)) + latin1().substring(name.end());
      Answer answer = send(body);
      assertEquals(400, answer.status(), body);
      String field = answer.json().path("error").path("field").asText();
      assertTrue(!tellsTheName || field.endsWith("/" + name.group(1)), body + field);
      names++;
    }
    assertEquals(17, names);
    WITNESS.assertUntouched();
  }

  @Test
  void whereverANameComesTwiceHoweverItIsSpelled() {
    atEachName(true, name -> "\"%s\":0,\"%s\":".formatted(name, name));
    atEachName(
        true,
        name -> {
          String spelled = "\\u00" + Integer.toHexString(name.charAt(0)) + name.substring(1);
          return "\"" + name + "\":0,\"" + spelled + "\":";
        });
  }

  @Test
  void whereverANameIsNone() {
    atEachName(false, name -> name + ":");
    atEachName(false, name -> "'" + name + "':");
    atEachName(false, name -> "\"" + name + "\"");
    atEachName(false, name -> "\"" + name + "\"=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NaN",
        "Infinity",
        "-",
        "+1",
        "01",
        ".5",
        "1.",
        "1e",
        "1e+",
        "0x1",
        "1_000",
        "tru",
        "nul",
        "True",
        "'x'",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{1:1}",
        "/**/1",
        "1//",
        "undefined",
        "]",
        "}"
      })
  void whatIsNoJsonIsNoneAnywhere(String value) {
    assertEquals(400, send("{\"content\":\"x\",\"metadata\":{\"a\":" + value + "}}").status());
    assertEquals(400, send("{\"content\":" + value + "}").status());
    assertEquals(400, send(value).status());
    WITNESS.assertUntouched();
  }

  @ParameterizedTest
  @ValueSource(ints = {63, 64, 1_000, 60_000})
  void whatIsTooDeepIsRefusedHoweverDeep(int levels) {
    String deep = "[".repeat(levels) + "]".repeat(levels);
    assertEquals(400, send("{\"content\":\"x\",\"metadata\":{\"a\":" + deep + "}}").status());
    assertEquals(400, send("{\"content\":[{\"type\":\"data\",\"data\":{\"a\":" + deep).status());
    assertEquals(400, send("[".repeat(levels)).status());
    WITNESS.assertUntouched();
  }

  /** What is valid however huge it is comes back as it was sent. */
  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "-0", "0.10", "12345678901234567890", "1E-999999999", "\"\\ud800\""})
  void hugeNumbersAndLoneSurrogatesComeBackAsTheyWere(String value) {
    String metadata = "{\"z\":" + value + ", \"a\" : [" + value + "]}";
    assertEquals(201, send("{\"content\":\"x\",\"metadata\":" + metadata + "}").status());
    String session = "/sessions/" + WITNESS.session() + "/events";
    String events = WITNESS.alice().get(session).body();
    assertTrue(events.contains("\"metadata\":" + metadata + "}"), events);
    WITNESS.assertOnlySaid(1);
  }

  @Test
  void aNumberOfNinetyThousandDigitsIsANumberAlsoWhereRetriesAreCompared() {
    Witness own = new Witness(OPERATOR);
    String digits = "9".repeat(90_000);
    String file = "{\"content\":[{\"type\":\"file\",\"url\":\"u\",\"size\":" + digits + "}]}";
    assertEquals(201, send(own, file).status());
    for (String number : new String[] {digits, "0." + digits, "1e" + digits, "1e999999999"}) {
      String key = "\"idempotency_key\":\"" + number.substring(0, 3) + number.length() + "\"";
      String body = "{\"content\":\"x\",\"metadata\":{\"a\":" + number + "}," + key + "}";
      assertEquals(201, send(own, body).status());
      assertEquals(201, send(own, body).status());
      assertEquals(422, send(own, body.replace("{\"a\"", "{\"b\"")).status());
    }
  }
}
