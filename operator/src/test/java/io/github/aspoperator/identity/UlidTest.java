package io.github.aspoperator.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 26 characters of {@code [0-9A-Z]}, time-ordered (section 1). */
final class UlidTest {

  private final Random random = new Random(Long.getLong("test.seed", 1));

  @ParameterizedTest
  @CsvSource({
    "0, 0, 00000000000000000000000000",
    "0, 1, 00000000000000000000000001",
    "0, 31, 0000000000000000000000000Z",
    "0, -1, 0000000000000FZZZZZZZZZZZZ",
    "1, 0, 0000000000000G000000000000",
    "-1, -1, 7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
  })
  void theSpelling(long high, long low, String text) {
    assertEquals(text, new Ulid(high, low).text());
    assertEquals(new Ulid(high, low), Ulid.parse(text, 0).orElseThrow());
  }

  @Test
  void whatIsSpelledIsReadBack() {
    for (int i = 0; i < 10_000; i++) {
      Ulid ulid = any();
      assertTrue(ulid.text().matches("[0-9A-Z]{26}"));
      assertEquals(ulid, Ulid.parse(ulid.text(), 0).orElseThrow());
      SessionId session = new SessionId(ulid);
      MessageId message = new MessageId(ulid);
      EventId event = new EventId(ulid);
      assertEquals("sess_" + ulid.text(), session.text());
      assertEquals("msg_" + ulid.text(), message.text());
      assertEquals("evt_" + ulid.text(), event.text());
      assertEquals(session, SessionId.parse(session.text()).orElseThrow());
      assertEquals(message, MessageId.parse(message.text()).orElseThrow());
      assertEquals(event, EventId.parse(event.text()).orElseThrow());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sess_",
        "sess_0000000000000000000000000",
        "sess_000000000000000000000000000",
        "sess_80000000000000000000000000",
        "sess_ZZZZZZZZZZZZZZZZZZZZZZZZZZ",
        "sess_0000000000000000000000000I",
        "sess_0000000000000000000000000L",
        "sess_0000000000000000000000000O",
        "sess_0000000000000000000000000U",
        "sess_0000000000000000000000000a",
        "sess_0000000000000000000000000 ",
        "sess_0000000000000000000000000-",
        "sess_0000000000000000000000000é",
        "sess_0000000000000000000000000０",
        "SESS_00000000000000000000000000",
        "sess00000000000000000000000000",
        "msg_00000000000000000000000000",
        "00000000000000000000000000",
        " sess_00000000000000000000000000",
      })
  void anythingElseIsNoSession(String text) {
    assertEquals(Optional.empty(), SessionId.parse(text));
    assertEquals(Optional.empty(), EventId.parse(text.replace("sess", "evt")));
  }

  @Test
  void textsAreInTheOrderOfTheBits() {
    for (int i = 0; i < 10_000; i++) {
      Ulid one = any();
      Ulid other = random.nextBoolean() ? any() : one.plus(random.nextInt(3));
      int bits = Integer.signum(value(one).compareTo(value(other)));
      assertEquals(bits, Integer.signum(one.text().compareTo(other.text())));
      assertEquals(bits, Integer.signum(one.compareTo(other)));
      assertEquals(bits, Integer.signum(new EventId(one).compareTo(new EventId(other))));
      assertEquals(bits, Integer.signum(new SessionId(one).compareTo(new SessionId(other))));
    }
  }

  @Test
  void plusCountsOnAndCarries() {
    assertEquals(new Ulid(1, 0), new Ulid(0, -1).plus(1));
    assertEquals(new Ulid(5, 41), new Ulid(4, -1).plus(42));
    assertEquals(new Ulid(4, Long.MIN_VALUE), new Ulid(4, Long.MAX_VALUE).plus(1));
    assertEquals(new Ulid(4, -1), new Ulid(4, -1).plus(0));
    for (int i = 0; i < 10_000; i++) {
      Ulid ulid = new Ulid(random.nextLong() >>> 1, random.nextBoolean() ? -i : random.nextLong());
      int n = random.nextInt(Ids.SPAN);
      assertEquals(value(ulid).add(BigInteger.valueOf(n)), value(ulid.plus(n)));
    }
  }

  @Test
  void theTimeIsInTheUpperBits() {
    assertEquals(1_760_000_000_123L, new Ulid(1_760_000_000_123L << 16 | 0x7fff, -1).millis());
  }

  private Ulid any() {
    return new Ulid(random.nextLong(), random.nextLong());
  }

  private static BigInteger value(Ulid ulid) {
    return new BigInteger(Long.toUnsignedString(ulid.high()))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(ulid.low())));
  }
}
