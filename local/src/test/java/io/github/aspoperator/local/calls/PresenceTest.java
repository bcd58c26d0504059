package io.github.aspoperator.local.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.TestOperator.Setting;
import io.github.aspoperator.local.client.Cast;
import io.github.aspoperator.local.client.Stream;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming and going without ever being made to leave: the away window (protocol section 5). */
class PresenceTest {

  private static final OptionalLong OFF = OptionalLong.empty();
  private static final TestOperator QUICK = TestOperator.start(Setting.MEMORY.windows(50, OFF));
  private static final TestOperator AT_ONCE = TestOperator.start(Setting.FILES.windows(0, OFF));
  private static final TestOperator SLOW = TestOperator.start(Setting.MEMORY.windows(2_000, OFF));

  @AfterAll
  static void stop() {
    QUICK.close();
    AT_ONCE.close();
    SLOW.close();
  }

  private static void drop(Stream stream, boolean clean) {
    if (clean) {
      stream.closeCleanly();
    } else {
      stream.cut();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoStaysAwayIsDisconnectedAndWhoComesBackReconnected(boolean clean) {
    for (TestOperator operator : new TestOperator[] {QUICK, AT_ONCE}) {
      Cast cast = new Cast(operator);
      Story story = Story.begin(cast, "alice", "bob");
      drop(cast.get("bob").connect(), clean);
      story.awaitBy("alice", "joined bob", "disconnected bob");
      try (Stream atBob = cast.get("bob").connect()) {
        atBob.await(story.session(), 4);
        drop(atBob, clean);
      }
      String[] twice = {"joined bob", "disconnected bob", "reconnected bob", "disconnected bob"};
      story.awaitBy("alice", twice);
      story.awaitBy("bob", twice);
    }
  }

  @Test
  void whoComesBackWithinTheAwayWindowWasNeverGone() {
    Cast cast = new Cast(SLOW);
    Story story = Story.begin(cast, "alice", "bob", "carol");
    cast.get("bob").connect().closeCleanly();
    try (Stream _ = cast.get("bob").connect()) {
      cast.get("carol").connect().closeCleanly();
      story.awaitBy("alice", "joined bob", "joined carol", "disconnected carol");
    }
  }

  @Test
  void extraConnectionsChangeNothing() {
    Cast cast = new Cast(QUICK);
    Story story = Story.begin(cast, "alice", "bob", "carol");
    try (Stream _ = cast.get("bob").connect()) {
      cast.get("bob").connect().closeCleanly();
      cast.get("bob").connect().cut();
      cast.get("carol").connect().closeCleanly();
      story.awaitBy("alice", "joined bob", "joined carol", "disconnected carol");
    }
    story.awaitBy("alice", "joined bob", "joined carol", "disconnected carol", "disconnected bob");
  }

  @Test
  void whoNeverConnectedIsNotTrackedAndGraceOffMakesNobodyLeave() {
    Cast cast = new Cast(QUICK);
    Story story = Story.begin(cast, "alice", "bob");
    cast.get("bob").connect().cut();
    story.awaitBy("alice", "joined bob", "disconnected bob");
    for (String later : new String[] {"carol", "dave", "erin"}) {
      Story other = Story.begin(cast, "alice", later);
      cast.get(later).connect().cut();
      other.awaitBy("alice", "joined " + later, "disconnected " + later);
    }
    assertEquals(List.of("joined bob", "disconnected bob"), story.readBy("alice"));
  }

  @Test
  void joiningOverHttpWhileAwayIsNotTrackedThere() {
    Cast cast = new Cast(QUICK);
    Story before = Story.begin(cast, "alice", "bob");
    cast.get("bob").connect().cut();
    before.awaitBy("alice", "joined bob", "disconnected bob");
    Story away = Story.begin(cast, "alice", "bob");
    try (Stream _ = cast.get("bob").connect()) {
      before.awaitBy("alice", "joined bob", "disconnected bob", "reconnected bob");
      away.awaitBy("alice", "joined bob");
    }
    before.awaitBy(
        "alice", "joined bob", "disconnected bob", "reconnected bob", "disconnected bob");
    away.awaitBy("alice", "joined bob", "disconnected bob");
  }

  @Test
  void invitationsAndEndedSessionsKnowNoPresence() {
    Cast cast = new Cast(QUICK, "bob");
    Story ended = Story.begin(cast, "alice", "bob");
    String invited = cast.get("alice").open(cast.get("bob"));
    cast.get("alice").post("/sessions/" + ended.session() + "/end", "");
    Story current = Story.begin(cast, "alice", "bob");
    cast.get("bob").connect().cut();
    current.awaitBy("alice", "joined bob", "disconnected bob");
    ended.awaitBy("alice", "joined bob", "ended alice");
    assertEquals(1, cast.get("alice").history(invited).size());
  }
}
