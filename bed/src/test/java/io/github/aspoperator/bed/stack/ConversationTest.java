package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The conversation of the README, on the stack of the template. */
final class ConversationTest {

  private static final Path TEMPLATE = Path.of("../template.yaml");

  @Test
  @Timeout(120)
  void bothSeeEverythingOnceAndWhatBobMissedComesWhenHeReturns() throws Exception {
    try (Bed bed = Bed.start(BedOptions.of(TEMPLATE))) {
      BedAgent alice = bed.agent("@alice.test");
      BedAgent bob = bed.agent("@bob.test");
      try (Stream atAlice = alice.connect()) {
        String session = alice.create(bob);
        try (Stream atBob = bob.connect()) {
          long first = alice.say(session, "before the join");
          bob.join(session);
          long second = bob.say(session, "hello");
          atBob.await(session, second);
          assertEquals(List.of(1L, first, 3L, second), atBob.sequences(session));
        }
        awaitDisconnect(bed);
        long missed = alice.say(session, "while away");
        try (Stream again = bob.connect()) {
          again.await(session, missed);
          long live = alice.say(session, "live");
          again.await(session, live);
          assertEquals(List.of(missed, live), again.sequences(session));
          atAlice.await(session, live);
          assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), atAlice.sequences(session));
        }
      }
      List<Integer> refused =
          bed.ledger().calls().stream().map(call -> call.status()).filter(s -> s == 0).toList();
      assertEquals(List.of(), refused);
    }
  }

  /**
   * Whoever connects before the operator has heard of the close is beside a connection, and told
   * again.
   */
  private static void awaitDisconnect(Bed bed) throws InterruptedException {
    while (bed.ledger().invocations("DisconnectFunction").isEmpty()) {
      Thread.sleep(10);
    }
  }
}
