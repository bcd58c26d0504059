package io.github.aspoperator.load.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SessionIndexTest {
  @Test
  void everySessionKeepsItsNumberHoweverManyThereAre() {
    SessionIndex index = new SessionIndex();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 5000; i++) {
        assertEquals(i, index.of("sess_" + i));
      }
    }
    assertEquals(5000, index.size());
    assertEquals("sess_4711", index.id(4711));
  }
}
