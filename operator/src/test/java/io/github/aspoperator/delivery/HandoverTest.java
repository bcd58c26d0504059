package io.github.aspoperator.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.presence.Connection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What came of posting one event to the connections of one agent. */
final class HandoverTest {

  private static final long YOUNG_SINCE = 100;

  @ParameterizedTest
  @CsvSource({
    "SENT,   99, true,  false, false",
    "SENT,  100, true,  false, false",
    "STUCK,  99, false, true,  false",
    "STUCK, 100, false, true,  false",
    "GONE,   99, false, true,  false",
    "GONE,  100, false, false, true",
    "GONE,  101, false, false, true",
  })
  void oneConnection(
      Pusher.Outcome outcome, long openedAt, boolean sent, boolean failed, boolean notYet) {
    Connection connection = connection(0, openedAt);
    Handover handover = Handover.of(List.of(connection), List.of(outcome), YOUNG_SINCE);
    List<ConnectionId> it = List.of(connection.id());
    assertEquals(
        new Handover(sent ? it : List.of(), failed ? it : List.of(), notYet ? it : List.of()),
        handover);
    assertEquals(sent, handover.sent());
  }

  @Test
  void oneThatTookItIsEnoughAndTheOthersAreNamed() {
    List<Connection> all =
        IntStream.range(0, 4).mapToObj(i -> connection(i, i == 3 ? 200 : 0)).toList();
    Handover handover =
        Handover.of(
            all,
            List.of(
                Pusher.Outcome.GONE,
                Pusher.Outcome.SENT,
                Pusher.Outcome.STUCK,
                Pusher.Outcome.GONE),
            YOUNG_SINCE);
    assertEquals(
        new Handover(
            List.of(all.get(1).id()),
            List.of(all.get(0).id(), all.get(2).id()),
            List.of(all.get(3).id())),
        handover);
  }

  @Test
  void noConnectionTakesNothing() {
    assertEquals(
        new Handover(List.of(), List.of(), List.of()), Handover.of(List.of(), List.of(), 0));
  }

  private static Connection connection(int i, long openedAt) {
    return new Connection(
        new ConnectionId("c" + i), openedAt, OptionalLong.empty(), new TokenHash("00"));
  }
}
