package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Ear;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariants 1, 3 and 5: many writers in one session, each with a connection. */
@DisplayName("Invariants 1, 3 and 5: many writers in one session")
final class WritersTest {

  private static final int WRITERS = 8;
  private static final long MILLIS = 1_000;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyMessageIsInTheLogOnceAndReachesEverybodyInTheOrderOfTheLog(boolean memory) {
    TestOperator.Setting setting =
        memory ? TestOperator.Setting.MEMORY : TestOperator.Setting.FILES;
    try (TestOperator operator = TestOperator.start(setting)) {
      List<Peer> peers = Peer.some(operator, WRITERS);
      Peer creator = peers.getFirst();
      String session = creator.openWith(peers.subList(1, WRITERS));
      operator.awaitDrained(session);
      List<Ear> ears = new ArrayList<>();
      peers.forEach(peer -> ears.add(peer.connect()));
      Map<Integer, String> accepted = new ConcurrentHashMap<>();
      Crowd crowd = Crowd.with(MILLIS);
      for (Peer peer : peers) {
        crowd.over(time -> {
          String text = peer.handle() + " " + time;
          Answer answer = Peer.must(201, peer.say(session, text));
          String other = accepted.put(answer.json().path("sequence").intValue(), text);
          assertEquals(null, other, "two messages with one sequence");
        });
      }
      crowd.go();
      Transcript transcript = Transcript.of(creator.handle(), creator.history(session));
      transcript.isDense();
      accepted.forEach((sequence, text) ->
          assertEquals(text, transcript.event(sequence).at("/payload/content").asText()));
      assertEquals(transcript.size(), accepted.size() + 2 * (WRITERS - 1), "nothing else is there");
      for (int i = 0; i < WRITERS; i++) {
        Ear ear = ears.get(i);
        assertTrue(ear.await(() -> ear.count(session) >= transcript.size()), ear::toString);
        ear.closeCleanly();
        List<JsonNode> frames = ear.events(session);
        transcript.wasHandedTo(peers.get(i).handle(), frames);
        transcript.isReadBy(peers.get(i).handle(), peers.get(i).history(session));
      }
    }
  }
}
