package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Script;
import io.github.aspoperator.local.client.Stream;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who does not come back is made to leave: the grace window (protocol section 5). */
class GraceTest {

  private static final TestOperator SHORT =
      TestOperator.start(Setting.FILES.windows(50, OptionalLong.of(800)));
  private static final TestOperator BELOW_AWAY =
      TestOperator.start(Setting.MEMORY.windows(60_000, OptionalLong.of(100)));
  private static final TestOperator SAME_AS_AWAY =
      TestOperator.start(Setting.MEMORY.windows(100, OptionalLong.of(100)));

  @AfterAll
  static void stop() {
    SHORT.close();
    BELOW_AWAY.close();
    SAME_AS_AWAY.close();
  }

  @Test
  void whoDoesNotComeBackLeavesAndOnlyAnInvitationBringsItBack() {
    Cast cast = new Cast(SHORT);
    Story story = Story.begin(cast, "alice", "bob");
    cast.get("bob").connect().cut();
    story.awaitBy("alice", "joined bob", "disconnected bob", "left bob grace_expired");
    cast.name("S1", story.session());
    try (Stream _ = cast.get("bob").connect()) {
      new Script(cast)
          .play(
              """
              bob   POST /sessions/S1/join -> 404 NOT_FOUND
              bob   POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
              bob   POST /sessions/S1/reopen -> 404 NOT_FOUND
              alice POST /sessions/S1/invite {"invite":["@bob"]} -> 200 {"invited":["@bob"]}
              bob   POST /sessions/S1/join -> 200 {"ok":true}
              """);
      story.awaitBy(
          "bob", "joined bob", "disconnected bob", "left bob grace_expired", "joined bob");
    }
  }

  @Test
  void theLastOneWhoseGraceExpiresEndsTheSessionAndMayReopenIt() {
    Cast cast = new Cast(SHORT);
    Story story = Story.begin(cast, "alice", "bob");
    cast.get("bob").post("/sessions/" + story.session() + "/leave", "");
    cast.get("alice").connect().cut();
    story.awaitBy(
        "alice", "joined bob", "left bob left", "disconnected alice", "left alice grace_expired");
    cast.name("S1", story.session());
    new Script(cast)
        .play(
            """
            bob   POST /sessions/S1/reopen -> 404 NOT_FOUND
            alice POST /sessions/S1/messages {"content":"x"} -> 404 NOT_FOUND
            alice POST /sessions/S1/reopen {"invite":["@bob"]} -> 200 {"ok":true}
            """);
  }

  @Test
  void aGraceNotAboveTheAwayWindowMakesLeaveWithoutDisconnected() {
    for (TestOperator operator : new TestOperator[] {BELOW_AWAY, SAME_AS_AWAY}) {
      Cast cast = new Cast(operator);
      Story story = Story.begin(cast, "alice", "bob");
      cast.get("bob").connect().closeCleanly();
      story.awaitBy("alice", "joined bob", "left bob grace_expired");
    }
  }

  @Test
  void whatWasJoinedWhileAwayIsNotLeft() {
    Cast cast = new Cast(SHORT);
    Story story = Story.begin(cast, "alice", "bob");
    cast.get("bob").connect().cut();
    story.awaitBy("alice", "joined bob", "disconnected bob");
    Story away = Story.begin(cast, "alice", "bob");
    story.awaitBy("alice", "joined bob", "disconnected bob", "left bob grace_expired");
    Story marker = Story.begin(cast, "alice", "carol");
    cast.get("carol").connect().cut();
    marker.awaitBy("alice", "joined carol", "disconnected carol", "left carol grace_expired");
    assertEquals(List.of("joined bob"), away.readBy("alice"));
  }

  @Test
  void aRestartCountsAsADropAndTheGraceGoesOn() {
    try (TestOperator operator =
        TestOperator.start(Setting.FILES.windows(50, OptionalLong.of(400)))) {
      Cast cast = new Cast(operator);
      Story story = Story.begin(cast, "alice", "bob");
      try (Stream atBob = cast.get("bob").connect()) {
        operator.restart();
        atBob.awaitClose();
      }
      story.awaitBy("alice", "joined bob", "disconnected bob", "left bob grace_expired");
    }
  }
}
