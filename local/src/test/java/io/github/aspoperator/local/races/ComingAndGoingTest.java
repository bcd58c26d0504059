package io.github.aspoperator.local.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.aspoperator.local.TestOperator;
import io.github.aspoperator.testkit.client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Invariants 1 to 5: joins, leaves, invitations, blocks, ends, reopenings and reconnects race sends
 * in one session. What came of it is told by the log, and everything else must follow from it.
 */
@DisplayName("Invariants 1 to 5: joins, leaves, blocks, ends and reconnects race sends")
final class ComingAndGoingTest {

  private static final long SEED = Long.getLong("test.seed", new Random().nextLong());
  private static final int AGENTS = 6;
  private static final long MILLIS = 1_200;
  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final Set<Integer> ANSWERS = Set.of(200, 201, 204, 404, 409);

  private final Map<Integer, String> accepted = new ConcurrentHashMap<>();
  private String session = "";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whateverTheLogSaysEverybodySeesJustThat(boolean memory) {
    TestOperator.Setting setting =
        memory ? TestOperator.Setting.MEMORY : TestOperator.Setting.FILES;
    try (TestOperator operator =
        TestOperator.start(setting.windows(3_600_000, OptionalLong.empty()))) {
      List<Peer> peers = Peer.some(operator, AGENTS);
      Peer keeper = peers.getFirst();
      session = keeper.open(peers.subList(1, AGENTS));
      List<Listening> listenings = new ArrayList<>();
      peers.forEach(peer -> listenings.add(new Listening(peer, session)));
      Crowd crowd = Crowd.with(MILLIS);
      crowd.over(new Keeper(keeper, peers, listenings.getFirst())::again);
      for (int i = 1; i < AGENTS; i++) {
        crowd.over(new Guest(i, peers, listenings.get(i))::again);
      }
      crowd.go();
      judge(peers, listenings);
    } catch (AssertionError e) {
      throw new AssertionError("-Dtest.seed=" + SEED + ": " + e.getMessage(), e);
    }
  }

  /** Is joined again as soon as it can, brings everybody back, and reopens what has ended. */
  private final class Keeper {
    private final Random random = new Random(SEED);
    private final Peer self;
    private final List<Peer> peers;
    private final Listening listening;

    Keeper(Peer self, List<Peer> peers, Listening listening) {
      this.self = self;
      this.peers = peers;
      this.listening = listening;
    }

    void again(int time) {
      switch (random.nextInt(8)) {
        case 0 -> listening.beginOrEnd();
        case 1, 2, 3 -> say(self, time);
        default -> {
          int status = invite(self, peers.subList(1, AGENTS)).status();
          if (status == 404) {
            answered(self.join(session));
          } else if (status == 409) {
            answered(self.post("/sessions/" + session + "/reopen", "{}"));
            // so that no invitation of its own follows the reopening at once
            say(self, -1 - time);
          }
        }
      }
    }
  }

  /** Does anything. */
  private final class Guest {
    private final Random random;
    private final List<Peer> peers;
    private final Peer self;
    private final Peer other;
    private final Listening listening;

    Guest(int number, List<Peer> peers, Listening listening) {
      this.random = new Random(SEED + number);
      this.peers = peers;
      this.self = peers.get(number);
      this.other = peers.get(1 + number % (AGENTS - 1));
      this.listening = listening;
    }

    void again(int time) {
      int percent = random.nextInt(100);
      if (percent < 35) {
        answered(self.join(session));
      } else if (percent < 65) {
        say(self, time);
      } else if (percent < 75) {
        answered(self.post("/sessions/" + session + "/leave", ""));
      } else if (percent < 80) {
        answered(invite(self, List.of(other)));
        say(self, -1 - time);
      } else if (percent < 82) {
        answered(self.post("/sessions/" + session + "/end", ""));
      } else if (percent < 84) {
        answered(reopen(self, peers.getFirst()));
        say(self, -1 - time);
      } else if (percent < 88) {
        String block = "/blocks/" + other.handle();
        answered(self.owner(random.nextInt(3) == 0 ? "PUT" : "DELETE", block));
      } else {
        listening.beginOrEnd();
      }
    }
  }

  private Answer invite(Peer by, List<Peer> others) {
    List<String> quoted = others.stream().map(other -> '"' + other.handle() + '"').toList();
    return by.post("/sessions/" + session + "/invite", "{\"invite\":" + quoted + "}");
  }

  private Answer reopen(Peer by, Peer other) {
    String body = "{\"invite\":[\"" + other.handle() + "\"]}";
    return by.post("/sessions/" + session + "/reopen", body);
  }

  private static void answered(Answer answer) {
    assertTrue(ANSWERS.contains(answer.status()), answer::body);
  }

  private void say(Peer by, int time) {
    String text = by.handle() + " " + time;
    Answer answer = by.say(session, text);
    answered(answer);
    if (answer.status() == 201) {
      accepted.put(answer.json().path("sequence").intValue(), text);
    }
  }

  private void judge(List<Peer> peers, List<Listening> listenings) {
    Peer keeper = peers.getFirst();
    bringBack(keeper, peers.subList(1, AGENTS));
    Transcript transcript = settled(peers, listenings);
    transcript.isDense();
    accepted.forEach((sequence, text) ->
        assertEquals(text, transcript.event(sequence).at("/payload/content").asText()));
    for (int i = 0; i < AGENTS; i++) {
      String agent = peers.get(i).handle();
      if (transcript.knows(agent)) {
        transcript.isReadBy(agent, peers.get(i).history(session));
        transcript.wasHandedTo(agent, listenings.get(i).all());
      }
    }
  }

  /** Whoever reads the whole log has to be joined. */
  private void bringBack(Peer keeper, List<Peer> guests) {
    if (keeper.say(session, "the end").status() == 409) {
      Peer.must(200, keeper.post("/sessions/" + session + "/reopen", "{\"invite\":[]}"));
    }
    for (Peer guest : guests) {
      if (keeper.join(session).status() != 200) {
        answered(invite(guest, List.of(keeper)));
        answered(reopen(guest, keeper));
      }
    }
    Peer.must(200, keeper.join(session));
  }

  /** The log once nothing follows any more and everybody was handed what the log says. */
  private Transcript settled(List<Peer> peers, List<Listening> listenings) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      Transcript log = Transcript.of(peers.getFirst().handle(), peers.getFirst().history(session));
      boolean came = true;
      for (int i = 0; i < AGENTS; i++) {
        came &= listenings.get(i).await(log.order(peers.get(i).handle()).size());
      }
      if (log.size() == peers.getFirst().history(session).size() || System.nanoTime() > end) {
        assertTrue(came, "somebody was not handed everything, of" + log);
        listenings.forEach(Listening::end);
        return log;
      }
    }
  }
}
