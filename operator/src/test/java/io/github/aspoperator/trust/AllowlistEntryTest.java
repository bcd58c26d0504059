package io.github.aspoperator.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.aspoperator.identity.Handle;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An allowlist entry is a handle or {@code @owner.*} (section 1). */
final class AllowlistEntryTest {

  private static final String LONGEST = "a".repeat(64);

  @ParameterizedTest
  @ValueSource(strings = {"@a.b", "@lab.ann", "@a_b-c.0-9_z", "@a.*", "@lab.*", "@0-_.*"})
  void anEntryIsSpelledAsItWasRead(String text) {
    assertEquals(text, AllowlistEntry.parse(text).orElseThrow().text());
  }

  @Test
  void anOwnerHasOneToSixtyFourCharacters() {
    assertEquals(true, AllowlistEntry.parse("@" + LONGEST + ".*").isPresent());
    assertEquals(true, AllowlistEntry.parse("@" + LONGEST + "a.*").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "@", "*", ".*", "@*", "@.*", "@*.*", "@*.b", "@a.", "@a", "a.*", "lab.ann", "@a.b*",
        "@a.*b", "@a.**", "@a.*.*", "@a.b.*", "@A.*", "@a .*", " @a.*", "@a.* ", "@a.*\n", "@é.*",
        "@@a.*", "＠a.*", "@a。*", "@a.＊",
      })
  void anythingElseIsNoEntry(String text) {
    assertEquals(Optional.empty(), AllowlistEntry.parse(text));
  }

  @Test
  void aStarIsTheOwnersGlobAndNothingElse() {
    assertInstanceOf(AllowlistEntry.AllOf.class, AllowlistEntry.parse("@a.*").orElseThrow());
    assertInstanceOf(AllowlistEntry.One.class, AllowlistEntry.parse("@a.b").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "@lab.ann, @lab.ann, true",
    "@lab.ann, @lab.anna, false",
    "@lab.ann, @lab2.ann, false",
    "@lab.*, @lab.ann, true",
    "@lab.*, @lab.x, true",
    "@lab.*, @lab2.ann, false",
    "@lab.*, @la.b, false",
  })
  void whomAnEntryCovers(String entry, String handle, boolean covers) {
    assertEquals(covers, AllowlistEntry.parse(entry).orElseThrow().covers(Handle.of(handle)));
  }
}
