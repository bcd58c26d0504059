package io.github.aspoperator.wire.json;

import static io.github.aspoperator.wire.Wire.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.aspoperator.content.RawJson;
import io.github.aspoperator.wire.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what was meant. */
class JsonWriterTest {

  private static String readBack(String text) {
    byte[] document = new JsonWriter(1).object().name("t").string(text).endObject().done();
    return JsonReader.read(
        document,
        in -> {
          in.object();
          in.nextName();
          String read = in.string();
          assertNull(in.nextName());
          return read;
        });
  }

  @Test
  void valuesStandBetweenCommas() {
    JsonWriter out = new JsonWriter(1).object();
    out.name("a").array().endArray().name("b").array().number(1).word("w").bool(true).endArray();
    out.name("c")
        .object()
        .endObject()
        .name("d")
        .raw(RawJson.of("{ \"x\":1e400 }"))
        .name("e")
        .bool(false);
    assertEquals(
        """
        {"a":[],"b":[1,"w",true],"c":{},"d":{ "x":1e400 },"e":false}\
        """,
        text(out.endObject().done()));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 9, 10, 99, 100, 1_767_225_600_123L, Long.MAX_VALUE})
  void numbersAreWrittenInFull(long number) {
    assertEquals(Long.toString(number), text(new JsonWriter(1).number(number).done()));
  }

  @Test
  void everyCharacterComesBack() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String one = String.valueOf((char) c);
      assertEquals(one, readBack(one));
    }
  }

  @Test
  void anyTextComesBack() {
    Random random = Seeded.random(getClass());
    char[] some = {
      'a', '"', '\\', '\0', '\n', 'é', '€', '\ud83d', '\ude00', '\ud800', '\udfff', '\uffff'
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(some[random.nextInt(some.length)]);
      }
      assertEquals(text.toString(), readBack(text.toString()));
    }
  }

  @Test
  void aLoneSurrogateIsWrittenAsItsEscape() {
    assertEquals("\"\\ud800\"", text(new JsonWriter(1).string("\ud800").done()));
    assertEquals("\"😀\"", text(new JsonWriter(1).string("😀").done()));
  }
}
