package io.github.aspoperator.local.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds what was acknowledged, and what arrived, against what the operator tells. */
final class Acknowledged {

  private Acknowledged() {}

  /**
   * Each acknowledged message is there once, as it was acknowledged, and nothing else was said.
   *
   * @param histories of some who were joined from the beginning, all sessions together
   */
  static void isThereOnce(Ledger ledger, List<Histories> histories) {
    assertEquals(List.of(), ledger.mishaps());
    Map<String, Ledger.Message> said = new HashMap<>();
    for (Histories some : histories) {
      some.areDense();
      said.putAll(some.messages());
    }
    assertEquals(ledger.messages().keySet(), said.keySet());
    ledger
        .messages()
        .forEach((key, message) -> {
          Ledger.Message there = Objects.requireNonNull(said.get(key), key);
          assertEquals(message.session(), there.session(), key);
          assertEquals(message.sequence(), there.sequence(), key);
          assertTrue(message.id().isEmpty() || message.id().equals(there.id()), key);
        });
  }

  /**
   * Each seat gets from {@code operator} all that its agent may read, in order; how many frames
   * came before.
   */
  static int reaches(List<Seat> seats, OperatorProcess operator) {
    int repeated = 0;
    for (Seat seat : seats) {
      Histories histories = Histories.of(seat.agent());
      Eventually.until(
          () -> Missing.at(seat, histories).isNothing(),
          () -> Missing.report(seat, seats, histories, operator));
      Arrivals arrivals = Arrivals.of(seat.frames());
      arrivals.areAmong(Histories.of(seat.agent()));
      repeated += arrivals.repeated();
    }
    return repeated;
  }
}
