package io.github.aspoperator.aws;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.session.Payload;
import org.junit.jupiter.api.Test;

/** Nobody would see it fail: it runs beside the function. */
final class HeadstartTest {

  @Test
  void itComesToItsEnd() {
    assertDoesNotThrow(Headstart::run);
  }

  @Test
  void nobodysMessageIsTaken() {
    var events = Headstart.takeMessage().events();

    assertEquals(1, events.size());
    assertEquals(Payload.Message.class, events.getFirst().payload().getClass());
  }
}
