package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.client.Stream;
import io.github.aspoperator.local.client.TestAgent;
import io.github.aspoperator.testkit.client.Ear;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Invariant 1 at its narrowest: an event and the connection it is for come at the same moment, over
 * and over, while others keep the machine busy.
 */
@DisplayName("Invariant 1: an event and the connection it is for come at once")
final class FirstEventTest {

  private static final int LISTENERS = 6;
  private static final long MILLIS = 2_000;
  private static final TestOperator.Setting SETTING =
      TestOperator.Setting.MEMORY.windows(3_600_000, OptionalLong.empty());
  private static final String HELLO = "{\"initial_message\":{\"content\":\"hello\"}}";

  private static Crowd busy(TestOperator operator) {
    Peer loud = Peer.of(operator, "@race.loud");
    Peer quiet = Peer.of(operator, "@race.quiet");
    String session = loud.openWith(List.of(quiet));
    return Crowd.with(MILLIS).over(_ -> Peer.must(201, loud.say(session, "noise")));
  }

  @Test
  void everyConnectionGetsWhatCameJustBeforeIt() {
    try (TestOperator operator = TestOperator.start(SETTING)) {
      Crowd crowd = busy(operator);
      for (int i = 0; i < LISTENERS; i++) {
        Peer peer = Peer.of(operator, "@race.before" + i);
        crowd.over(_ -> {
          String session = Peer.must(201, peer.post("/sessions", HELLO)).text("session_id");
          Ear ear = peer.connect();
          assertTrue(ear.await(() -> ear.count(session) == 1), () -> "silence, " + ear);
          ear.closeCleanly();
          assertEquals(1, ear.count(session));
        });
      }
      crowd.go();
    }
  }

  @Test
  void everyConnectionGetsWhatComesJustAfterIt() {
    try (TestOperator operator = TestOperator.start(SETTING)) {
      Crowd crowd = busy(operator);
      for (int i = 0; i < LISTENERS; i++) {
        Peer peer = Peer.of(operator, "@race.after" + i);
        crowd.over(_ -> {
          Ear ear = peer.connect();
          String session = Peer.must(201, peer.post("/sessions", HELLO)).text("session_id");
          assertTrue(ear.await(() -> ear.count(session) == 1), () -> "silence, " + ear);
          ear.closeCleanly();
          assertEquals(1, ear.count(session));
        });
      }
      crowd.go();
    }
  }

  /** The same with a client that nobody here wrote. */
  @Test
  void soDoesTheJdksOwnClient() {
    try (TestOperator operator = TestOperator.start(SETTING)) {
      Crowd crowd = busy(operator);
      for (int i = 0; i < LISTENERS; i++) {
        TestAgent agent = operator.agent("@race.jdk" + i);
        crowd.over(time -> {
          String before = time % 2 == 0 ? agent.post("/sessions", HELLO).text("session_id") : "";
          try (Stream stream = agent.connect()) {
            String session =
                before.isEmpty() ? agent.post("/sessions", HELLO).text("session_id") : before;
            var _ = stream.await(session, 1);
            stream.closeCleanly();
          }
        });
      }
      crowd.go();
    }
  }
}
