package io.github.aspoperator.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The four moments of a conversation, and a return after absence. */
final class ConversationTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void bothSeeEverythingOnceAndWhatBobMissedComesWhenHeReturns(boolean memory) {
    TestOperator.Setting setting =
        memory ? TestOperator.Setting.MEMORY : TestOperator.Setting.FILES;
    try (TestOperator operator = TestOperator.start(setting)) {
      TestAgent alice = operator.agent("@alice.test");
      TestAgent bob = operator.agent("@bob.test");
      try (Stream atAlice = alice.connect();
          Stream atBob = bob.connect()) {
        String session = alice.open(bob);
        long first = alice.say(session, "before the join");
        bob.join(session);
        long second = bob.say(session, "hello");
        atBob.await(session, second);
        assertEquals(List.of(1L, first, 3L, second), atBob.sequences(session));
        atBob.closeCleanly();
        long missed = alice.say(session, "while away");
        try (Stream again = bob.connect()) {
          again.await(session, missed);
          long live = alice.say(session, "live");
          again.await(session, live);
          assertEquals(List.of(missed, live), again.sequences(session));
        }
        atAlice.await(session, missed + 1);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), atAlice.sequences(session));
        assertEquals(6, bob.history(session).size());
      }
    }
  }
}
