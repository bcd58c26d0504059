package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.client.Ear;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Invariants 1 to 3: ten connections of one agent open and close while others send. Whatever was
 * handed out comes again on a connection that is opened beside another, first and rising; then what
 * is live, rising; nothing is left out.
 */
@DisplayName("Invariants 1 to 3: ten connections of one agent open and close")
final class ManyConnectionsTest {

  private static final int CONNECTIONS = 10;
  private static final long MILLIS = 1_500;

  @Test
  void eachGetsEverythingFromItsBeginningOn() {
    try (TestOperator operator = TestOperator.start(TestOperator.Setting.MEMORY)) {
      List<Peer> peers = Peer.some(operator, 4);
      Peer listener = peers.getFirst();
      String session = listener.openWith(peers.subList(1, 4));
      operator.awaitDrained(session);
      Queue<List<Integer>> heard = new ConcurrentLinkedQueue<>();
      Crowd crowd = Crowd.with(MILLIS);
      for (int i = 0; i < CONNECTIONS; i++) {
        Peer slot = listener.again();
        crowd.over(time -> heard.add(openAWhile(slot, session, time * 17 % 60)));
      }
      for (Peer sender : peers.subList(1, 4)) {
        crowd.over(time -> {
          Peer.must(201, sender.say(session, "no " + time));
          Thread.sleep(time % 4);
        });
      }
      crowd.go();
      heard.forEach(ManyConnectionsTest::isWithoutGap);
      // and at the end, those that stay get all there is
      int last = listener.history(session).size();
      List<Ear> ears = List.of(listener.connect(), listener.connect(), listener.connect());
      int more = Peer.must(201, listener.say(session, "last")).json().path("sequence").intValue();
      assertEquals(last + 1, more);
      for (Ear ear : ears) {
        assertTrue(ear.await(() -> sequences(ear, session).contains(more)), ear::toString);
        ear.closeCleanly();
        isWithoutGap(sequences(ear, session));
      }
      Transcript.of(listener.handle(), listener.history(session)).isDense();
      assertTrue(heard.size() > CONNECTIONS, "hardly any connections");
    }
  }

  private static List<Integer> openAWhile(Peer peer, String session, int millis)
      throws InterruptedException {
    try (Ear ear = peer.connect()) {
      Thread.sleep(millis);
      ear.closeCleanly();
      return sequences(ear, session);
    }
  }

  private static List<Integer> sequences(Ear ear, String session) {
    return ear.events(session).stream().map(e -> e.path("sequence").intValue()).toList();
  }

  /** First what was handed out before, then what is live; at most the seam comes twice. */
  private static void isWithoutGap(List<Integer> sequences) {
    int descents = 0;
    for (int i = 1; i < sequences.size(); i++) {
      int step = sequences.get(i) - sequences.get(i - 1);
      descents += step < 1 ? 1 : 0;
      assertTrue(step <= 1, () -> "a gap in " + sequences);
    }
    assertTrue(descents <= 1, "more than one seam in " + sequences);
  }
}
