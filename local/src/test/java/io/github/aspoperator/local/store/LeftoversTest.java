package io.github.aspoperator.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aspoperator.delivery.Head;
import io.github.aspoperator.delivery.MemberBits;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.DropId;
import io.github.aspoperator.identity.Handle;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.presence.Presence;
import io.github.aspoperator.session.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a start finds that the process before left half done. */
final class LeftoversTest {

  private final Folder folder = Folder.fresh();
  private Engine engine = engine();
  private Store store = open();

  private Engine engine() {
    return Engine.on(folder.path(), moment -> {});
  }

  private Store open() {
    return new Store(engine, new Quiet(), Duration.ofSeconds(60));
  }

  @AfterEach
  void tidy() {
    store.close();
    folder.delete();
  }

  private void restart() {
    store.crash();
    engine = engine();
    store = open();
  }

  private SessionId begun() {
    SessionId session = Sends.session();
    store.log().append(Sends.genesis(session));
    return session;
  }

  private void say(SessionId session) {
    SessionState state = store.log().state(session).orElseThrow();
    store.log().append(Sends.after(state, "a line"));
  }

  private void drain(SessionId session) {
    Head head = store.heads().read(session);
    long last = store.log().state(session).orElseThrow().sequence();
    Head next = new Head(last, 1, head.version() + 1, MemberBits.NONE, 0);
    store.heads().replace(session, head.version(), next, Optional.empty());
  }

  private long undrainedFrom() {
    return engine.readers.read(HeartbeatTable::undrainedFrom);
  }

  @Test
  void sessionsWhoseHeadIsBehindTheirLogAreFound() {
    SessionId drained = begun();
    SessionId neverDrained = begun();
    SessionId behind = begun();
    drain(drained);
    drain(behind);
    say(behind);
    store.heartbeat().beat(1_000);
    restart();
    assertEquals(Set.of(neverDrained, behind), Set.copyOf(store.leftovers().behind()));
    drain(behind);
    store.heartbeat().beat(2_000);
    restart();
    assertEquals(List.of(neverDrained), store.leftovers().behind());
  }

  @Test
  void whatIsDrainedIsNotLookedAtAgain() {
    for (int i = 0; i < 50; i++) {
      drain(begun());
    }
    store.heartbeat().beat(1_000);
    store.heartbeat().beat(2_000);
    assertEquals(51, undrainedFrom());
    SessionId behind = begun();
    drain(begun());
    store.heartbeat().beat(3_000);
    store.heartbeat().beat(4_000);
    assertEquals(51, undrainedFrom());
    restart();
    assertEquals(List.of(behind), store.leftovers().behind());
    store.heartbeat().beat(5_000);
    assertEquals(51, undrainedFrom(), "one that was behind at the start stays so until it is not");
    drain(behind);
    store.heartbeat().beat(6_000);
    store.heartbeat().beat(7_000);
    assertEquals(53, undrainedFrom());
  }

  @Test
  void agentsThatSeemConnectedAreFound() {
    Presence connected =
        Presence.NEVER.connect(new ConnectionId("one"), 1, new TokenHash("ab".repeat(32)));
    Handle bob = Handle.of("@acme.bob");
    store.presences().replace(Sends.ANN, 0, connected);
    store.presences().replace(bob, 0, connected);
    Presence gone = connected.drop(new ConnectionId("one"), new DropId(Sends.IDS.next()), true, 8);
    store.presences().replace(bob, connected.version(), gone);
    restart();
    assertEquals(List.of(Sends.ANN), store.leftovers().connected());
  }

  @Test
  void theLastBeatOutlivesTheProcess() {
    assertEquals(OptionalLong.empty(), store.heartbeat().lastBeat());
    store.heartbeat().beat(1_000);
    store.heartbeat().beat(2_000);
    assertEquals(OptionalLong.of(2_000), store.heartbeat().lastBeat());
    restart();
    assertEquals(OptionalLong.of(2_000), store.heartbeat().lastBeat());
  }
}
