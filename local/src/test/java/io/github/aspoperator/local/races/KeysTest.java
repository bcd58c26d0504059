package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.client.Answer;
import io.github.aspoperator.testkit.client.Ear;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 6: retries with one key race, some with another body. */
@DisplayName("Invariant 6: retries with one key")
final class KeysTest {

  private static final int THREADS = 12;
  private static final int ROUNDS = 25;

  private record Try(String body, Answer answer) {}

  /** {@code bodies} are sent in turn, all with {@code key}, by as many threads as there are. */
  private static Queue<Try> race(List<Peer> threads, String path, String key, String... bodies) {
    Queue<Try> tries = new ConcurrentLinkedQueue<>();
    Crowd crowd = Crowd.once();
    for (int i = 0; i < threads.size(); i++) {
      Peer thread = threads.get(i);
      String body = bodies[i % bodies.length];
      // the key counts the same wherever it is
      String inBody = body.replaceFirst("\\{", "{\"idempotency_key\":\"" + key + "\",");
      boolean header = i % 3 == 0;
      crowd.each(() ->
          tries.add(
              new Try(
                  body,
                  header
                      ? thread.post(path, body, "Idempotency-Key", key)
                      : thread.post(path, inBody))));
    }
    crowd.go();
    return tries;
  }

  private static List<Peer> threads(Peer peer) {
    List<Peer> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(peer.again());
    }
    return threads;
  }

  /** One body won: its tries have one answer, and all others are refused with 422. */
  private static Answer winner(Queue<Try> tries) {
    Try won = tries.stream().filter(t -> t.answer().status() == 201).findFirst().orElseThrow();
    for (Try one : tries) {
      if (one.body().equals(won.body())) {
        assertEquals(won.answer().body(), one.answer().body());
      } else {
        assertEquals("IDEMPOTENCY_CONFLICT", one.answer().code(), one.answer()::body);
        assertEquals(422, one.answer().status());
      }
    }
    return won.answer();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKeyMakesOneMessageOfOneBody(boolean memory) {
    TestOperator.Setting setting =
        memory ? TestOperator.Setting.MEMORY : TestOperator.Setting.FILES;
    try (TestOperator operator = TestOperator.start(setting)) {
      Peer sender = Peer.of(operator, "@race.sender");
      Peer other = Peer.of(operator, "@race.other");
      String session = sender.openWith(List.of(other));
      List<Peer> threads = threads(sender);
      String path = "/sessions/" + session + "/messages";
      Ear ear = other.connect();
      Crowd busy = Crowd.once();
      busy.each(() -> {
        for (int round = 0; round < ROUNDS; round++) {
          Peer.must(201, other.say(session, "meanwhile"));
        }
      });
      busy.each(() -> {
        for (int round = 0; round < ROUNDS; round++) {
          String body = "{\"content\":\"round " + round + "\"}";
          String[] bodies =
              round % 2 == 0 ? new String[] {body} : new String[] {body, "{\"content\":\"not\"}"};
          Answer first = winner(race(threads, path, "key " + round, bodies));
          Answer again = sender.post(path, body, "Idempotency-Key", "key " + round);
          assertTrue(again.body().equals(first.body()) || again.status() == 422, again::body);
        }
      });
      busy.go();
      int size = 2 + 2 * ROUNDS;
      Transcript transcript = Transcript.of(sender.handle(), sender.history(session));
      transcript.isDense();
      assertEquals(size, transcript.size(), transcript::toString);
      assertTrue(ear.await(() -> ear.count(session) >= size), ear::toString);
      ear.closeCleanly();
      transcript.wasHandedTo(other.handle(), ear.events(session));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aKeyMakesOneSession(boolean memory) {
    TestOperator.Setting setting =
        memory ? TestOperator.Setting.MEMORY : TestOperator.Setting.FILES;
    try (TestOperator operator = TestOperator.start(setting)) {
      Peer creator = Peer.of(operator, "@race.creator");
      Peer other = Peer.of(operator, "@race.other");
      List<Peer> threads = threads(creator);
      Ear ear = other.connect();
      List<String> sessions = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        String body = "{\"invite\":[\"" + other.handle() + "\"],\"topic\":\"" + round + "\"}";
        String[] bodies =
            round % 2 == 0 ? new String[] {body} : new String[] {body, "{\"topic\":\"x\"}"};
        sessions.add(winner(race(threads, "/sessions", "key " + round, bodies)).text("session_id"));
      }
      List<String> listed = new ArrayList<>();
      sessions.forEach(operator::awaitDrained);
      Peer.must(200, creator.get("/sessions?limit=100"))
          .json()
          .path("sessions")
          .forEach(session -> listed.add(session.path("id").asText()));
      assertEquals(sessions.reversed(), listed);
      ear.closeCleanly();
      for (String session : ear.sessions()) {
        assertTrue(sessions.contains(session), session);
        assertEquals(1, ear.count(session), "invitations to one session");
      }
    }
  }
}
