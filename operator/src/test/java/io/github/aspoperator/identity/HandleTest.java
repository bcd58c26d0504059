package io.github.aspoperator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ^@[a-z0-9_-]+\.[a-z0-9_-]+$}, each part 1 to 64 characters (section 1). */
final class HandleTest {

  private static final Pattern CONTRACT = Pattern.compile("@[a-z0-9_-]{1,64}\\.[a-z0-9_-]{1,64}");
  private static final String LONGEST = "z".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"@a.b", "@lab.ann", "@0.9", "@_.-", "@-._", "@a--b__c.d-1_2"})
  void aHandleIsSpelledAsItWasRead(String text) {
    assertEquals(text, Handle.parse(text).orElseThrow().text());
    assertEquals(text, Handle.of(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        ".",
        "@.",
        "@a",
        "@a.",
        "@.b",
        "a.b",
        "@a.b.c",
        "@a..b",
        "@.a.b",
        "@a.b.",
        "@@a.b",
        "@a@b.c",
        "@A.b",
        "@a.B",
        "@a b.c",
        " @a.b",
        "@a.b ",
        "@a.b\n",
        "@a.b\0",
        "@a.*",
        "@a/b.c",
        "@a:b.c",
        "@a%2eb.c",
        "@é.b",
        "@a.ñ",
        "@а.b",
        "@a.b\u0301",
        "@١.b",
        "＠a.b",
        "@a．b",
        "@a.\uD83D\uDE00",
        "@a.\uD83D",
      })
  void anythingElseIsNoHandle(String text) {
    assertEquals(Optional.empty(), Handle.parse(text));
    assertThrows(IllegalArgumentException.class, () -> Handle.of(text));
  }

  @Test
  void aPartHasOneToSixtyFourCharacters() {
    assertEquals("@" + LONGEST + "." + LONGEST, Handle.of("@" + LONGEST + "." + LONGEST).text());
    assertEquals(Optional.empty(), Handle.parse("@" + LONGEST + "z.a"));
    assertEquals(Optional.empty(), Handle.parse("@a." + LONGEST + "z"));
  }

  @Test
  void everyCharacterCountsAsTheContractSays() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      for (String text : new String[] {"@a" + c + ".b", "@a.b" + c, c + "a.b"}) {
        assertEquals(CONTRACT.matcher(text).matches(), Handle.parse(text).isPresent(), text);
      }
    }
  }

  @Test
  void aPartThatIsNoneMakesNoHandle() {
    assertThrows(IllegalArgumentException.class, () -> new Handle(new Owner("a"), "B"));
    assertThrows(IllegalArgumentException.class, () -> new Owner(""));
    assertThrows(IllegalArgumentException.class, () -> new Owner("a.b"));
  }
}
