package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.local.client.Await;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Ear;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Invariants 4 and 7: a block races whoever brings the blocked one in. */
@DisplayName("Invariants 4 and 7: a block and whoever brings the blocked one in")
final class BlocksTest {

  private static final int ROUNDS = 40;

  private final List<Answer> answers = new ArrayList<>();

  private synchronized Answer note(Answer answer) {
    answers.add(answer);
    return answer;
  }

  private static boolean takesPart(Peer reader, String session, Peer agent) {
    Answer view = Peer.must(200, reader.get("/sessions/" + session));
    for (JsonNode participant : view.json().path("participants")) {
      if (participant.path("handle").asText().equals(agent.handle())) {
        return !participant.path("status").asText().equals("left");
      }
    }
    return false;
  }

  private static void awaitApart(Peer reader, String session, Peer one, Peer other) {
    Await.until(
        _ -> "still together in " + session,
        together -> !together,
        () -> takesPart(reader, session, one) && takesPart(reader, session, other));
  }

  /** Waits until {@code type} came {@code times}; presence is told behind the answer. */
  private static void awaitTold(Peer reader, String session, String type, int times) {
    Await.until(
        told -> type + " never came " + times + " times, of " + told,
        told -> Collections.frequency(told, type) >= times,
        () -> reader.history(session).stream().map(event -> event.path("type").asText()).toList());
  }

  /** Joins, invitations and creations race the block; afterwards the two are nowhere together. */
  @Test
  void nobodyStaysTogetherWithWhomItBlocked() throws Exception {
    try (TestOperator operator = TestOperator.start(TestOperator.Setting.MEMORY)) {
      Peer host = Peer.of(operator, "@race.host");
      Peer blocker = Peer.of(operator, "@race.blocker");
      Peer blocked = Peer.of(operator, "@race.blocked");
      Peer owner = blocker.again();
      Peer second = host.again();
      for (int round = 0; round < ROUNDS; round++) {
        String invited = host.openWith(List.of(blocker));
        String inviting = blocker.openWith(List.of(host));
        String joining = host.open(List.of(blocker, blocked));
        Peer.must(200, blocker.join(joining));
        List<String> created = new ArrayList<>();
        String both = "{\"invite\":[\"@race.blocker\",\"@race.blocked\"]}";
        String one = "{\"invite\":[\"@race.blocked\"]}";
        Crowd.once()
            .each(() -> Peer.must(204, owner.owner("PUT", "/blocks/@race.blocked")))
            .each(() -> note(blocked.join(joining)))
            .each(() -> note(host.post("/sessions/" + invited + "/invite", one)))
            .each(() -> note(blocker.post("/sessions/" + inviting + "/invite", one)))
            .each(() ->
                created.add(Peer.must(201, second.post("/sessions", both)).text("session_id")))
            .go();
        for (String session : List.of(invited, inviting, joining, created.getFirst())) {
          awaitApart(host.again(), session, blocker, blocked);
        }
        // refused from now on, whoever asks, and as if there were nobody
        assertEquals(404, blocked.join(joining).status());
        Answer unknown = blocker.post("/sessions", "{\"invite\":[\"@no.body\"]}");
        Answer denied = blocker.post("/sessions", one);
        assertEquals(masked(unknown), masked(denied));
        assertEquals("{\"invited\":[]}", host.post("/sessions/" + invited + "/invite", one).body());
        Peer.must(204, owner.owner("DELETE", "/blocks/@race.blocked"));
      }
      answers.forEach(
          answer -> assertTrue(List.of(200, 404).contains(answer.status()), answer::body));
    }
  }

  private static String masked(Answer answer) {
    String id = answer.json().at("/error/request_id").asText();
    return answer.status() + answer.body().replace(id, "");
  }

  /** What a block left to be done must not reach beyond its end. */
  @Test
  void whoeverIsBackAfterAnUnblockStays() throws Exception {
    TestOperator.Setting setting = TestOperator.Setting.MEMORY.windows(0, OptionalLong.empty());
    try (TestOperator operator = TestOperator.start(setting)) {
      Peer host = Peer.of(operator, "@race.host");
      Peer blocker = Peer.of(operator, "@race.blocker");
      Peer blocked = Peer.of(operator, "@race.blocked");
      String one = "{\"invite\":[\"@race.blocked\"]}";
      String session = host.openWith(List.of(blocker));
      for (int round = 0; round < ROUNDS; round++) {
        Peer.must(200, host.post("/sessions/" + session + "/invite", one));
        Peer.must(204, blocker.owner("PUT", "/blocks/@race.blocked"));
        awaitApart(host, session, blocker, blocked);
        Peer.must(204, blocker.owner("DELETE", "/blocks/@race.blocked"));
        Answer again = Peer.must(200, host.post("/sessions/" + session + "/invite", one));
        assertEquals("{\"invited\":[\"@race.blocked\"]}", again.body());
        Peer.must(200, blocked.join(session));
        operator.awaitDrained(session);
        // an absence is told behind everything else that was left to be done for the blocker
        Ear ear = blocker.connect();
        awaitTold(host, session, "session.reconnected", round);
        ear.closeCleanly();
        awaitTold(host, session, "session.disconnected", round + 1);
        assertTrue(takesPart(host, session, blocked), "thrown out again in round " + round);
        Peer.must(200, blocked.post("/sessions/" + session + "/leave", ""));
      }
      assertFalse(takesPart(host, session, blocked));
    }
  }
}
