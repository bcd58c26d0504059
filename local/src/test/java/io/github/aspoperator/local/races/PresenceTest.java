package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.testkit.client.Ear;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Agents flap while others send: what is published of their presence (section 5). */
@DisplayName("Invariant 5 and presence: agents flap while others send")
final class PresenceTest {

  private static final int FLAPPING = 4;
  private static final long MILLIS = 1_200;
  private static final long LONG = 3_600_000;

  private static List<String> presence(List<JsonNode> history, Peer agent) {
    return history.stream()
        .filter(event -> event.at("/payload/agent").asText().equals(agent.handle()))
        .map(event -> event.path("type").asText())
        .filter(type -> type.endsWith("connected"))
        .toList();
  }

  private static void flap(TestOperator operator, List<Peer> peers, List<String> sessions) {
    Crowd crowd = Crowd.with(MILLIS);
    Peer sender = peers.getFirst();
    crowd.over(time -> Peer.must(201, sender.say(sessions.getFirst(), "no " + time)));
    for (Peer peer : peers.subList(1, peers.size())) {
      crowd.over(time -> {
        Ear ear = peer.connect();
        // what a session is created in, is told apart by its presence epoch
        sessions.add(Peer.must(201, peer.post("/sessions", "{}")).text("session_id"));
        if (time % 2 == 0) {
          Peer.must(201, peer.say(sessions.getFirst(), "here"));
        }
        ear.closeCleanly();
      });
    }
    crowd.go();
    sessions.forEach(operator::awaitDrained);
  }

  /** An away window that has not passed is as if nothing was. */
  @Test
  void whoIsBackInTimeWasNeverAway() {
    TestOperator.Setting setting =
        TestOperator.Setting.MEMORY.windows(LONG, OptionalLong.of(2 * LONG));
    try (TestOperator operator = TestOperator.start(setting)) {
      List<Peer> peers = Peer.some(operator, 1 + FLAPPING);
      List<String> sessions = new CopyOnWriteArrayList<>();
      sessions.add(peers.getFirst().openWith(peers.subList(1, 1 + FLAPPING)));
      flap(operator, peers, sessions);
      for (Peer peer : peers) {
        assertEquals(List.of(), presence(peers.getFirst().history(sessions.getFirst()), peer));
        for (String session : sessions) {
          if (peer.get("/sessions/" + session).status() == 200) {
            assertEquals(List.of(), presence(peer.history(session), peer), session);
          }
        }
      }
    }
  }

  /** Away and back come in turn, and the last word is what is so. */
  @Test
  void awayAndBackComeInTurn() throws Exception {
    TestOperator.Setting setting = TestOperator.Setting.MEMORY.windows(0, OptionalLong.of(LONG));
    try (TestOperator operator = TestOperator.start(setting)) {
      List<Peer> peers = Peer.some(operator, 1 + FLAPPING);
      List<String> sessions = new CopyOnWriteArrayList<>();
      sessions.add(peers.getFirst().openWith(peers.subList(1, 1 + FLAPPING)));
      flap(operator, peers, sessions);
      for (Peer peer : peers.subList(1, 1 + FLAPPING)) {
        awaitLast(peer, sessions.getFirst(), "session.disconnected");
        try (Ear ear = peer.connect()) {
          awaitLast(peer, sessions.getFirst(), "session.reconnected");
          ear.closeCleanly();
        }
        awaitLast(peer, sessions.getFirst(), "session.disconnected");
        List<String> told = presence(peer.history(sessions.getFirst()), peer);
        List<String> inTurn = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
          inTurn.add(i % 2 == 0 ? "session.disconnected" : "session.reconnected");
        }
        assertEquals(inTurn, told);
      }
      Transcript.of(peers.getFirst().handle(), peers.getFirst().history(sessions.getFirst()))
          .isDense();
    }
  }

  private static void awaitLast(Peer peer, String session, String type) {
    Await.until(
        told -> type + " never came last, of " + told,
        told -> !told.isEmpty() && told.getLast().equals(type),
        () -> presence(peer.history(session), peer));
  }
}
