package io.github.aspoperator.bed.cost;

import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Every operation, made a few times in a steady state; what follows from it is waited for. */
final class Operations {

  static final String SEND = "send";
  static final String SEND_WITH_KEY = "send_with_key";

  private static final int TIMES = 5;

  /** A second between two messages, as the bound says. */
  private static final long SECOND_MILLIS = 1_050;

  private static final Duration QUIET = Duration.ofMillis(1_500);

  /** A message whose commit stores in a kilobyte. */
  private static final String TEXT = "m".repeat(600);

  private final Bed bed;
  private final Map<String, Count> counts = new LinkedHashMap<>();

  Operations(Bed bed) {
    this.bed = bed;
  }

  Map<String, Count> all() throws InterruptedException {
    BedAgent alice = bed.agent("@cost.alice");
    BedAgent bob = bed.agent("@cost.bob");
    comings();
    try (Stream _ = alice.connect();
        Stream _ = bob.connect()) {
      String session = alice.create(bob);
      bob.join(session);
      alice.say(session, "warm");
      messages(alice, session);
      verbs(alice, bob, session);
      crowd(alice);
    }
    return counts;
  }

  private void messages(BedAgent alice, String session) throws InterruptedException {
    String path = "/sessions/" + session + "/messages";
    count(SEND, "SendMessageFunction", _ -> say(alice, path, ""));
    count(
        SEND_WITH_KEY,
        "SendMessageFunction",
        i -> say(alice, path, ",\"idempotency_key\":\"k" + i + "\""));
  }

  private static void say(BedAgent agent, String path, String more) {
    agent.call("POST", path, "{\"content\":\"" + TEXT + "\"" + more + "}").expect(201);
  }

  private void verbs(BedAgent alice, BedAgent bob, String session) throws InterruptedException {
    String invite = "{\"invite\":[\"" + bob.handle() + "\"]}";
    List<String> sessions = new ArrayList<>();
    count("create", "CreateSessionFunction", _ -> sessions.add(alice.create(bob)));
    each(bob, sessions, "join", "/join", "", "JoinSessionFunction");
    each(bob, sessions, "leave", "/leave", "", "LeaveSessionFunction");
    each(alice, sessions, "invite", "/invite", invite, "InviteAgentsFunction");
    each(alice, sessions, "end", "/end", "", "EndSessionFunction");
    each(alice, sessions, "reopen", "/reopen", "{}", "ReopenSessionFunction");
    count("get", "GetSessionFunction", _ -> get(alice, "/sessions/" + session));
    count("events", "GetEventsFunction", _ -> get(alice, "/sessions/" + session + "/events"));
    count("list", "ListSessionsFunction", _ -> get(alice, "/sessions?limit=5"));
  }

  private void each(
      BedAgent agent, List<String> sessions, String name, String path, String body, String function)
      throws InterruptedException {
    count(
        name,
        function,
        i -> agent.call("POST", "/sessions/" + sessions.get(i) + path, body).expect(200));
  }

  private static void get(BedAgent agent, String path) {
    agent.call("GET", path, "").expect(200);
  }

  /**
   * The largest session, two of its members connected: a message pays for neither roster nor crowd.
   */
  private void crowd(BedAgent alice) throws InterruptedException {
    List<BedAgent> crowd = new ArrayList<>();
    for (int i = 0; i < 255; i++) {
      crowd.add(bed.agent("@cost.member-" + i));
    }
    String session = alice.create(crowd.subList(0, 100).toArray(BedAgent[]::new));
    for (int from = 100; from < crowd.size(); from += 100) {
      StringBuilder invite = new StringBuilder();
      for (BedAgent member : crowd.subList(from, Math.min(crowd.size(), from + 100))) {
        invite.append(invite.isEmpty() ? "\"" : ",\"").append(member.handle()).append('"');
      }
      alice
          .call("POST", "/sessions/" + session + "/invite", "{\"invite\":[" + invite + "]}")
          .expect(200);
    }
    String path = "/sessions/" + session + "/messages";
    say(alice, path, "");
    quiet();
    count("send_256_invited", "SendMessageFunction", _ -> say(alice, path, ""));
  }

  /** A connection that comes, and goes for good, of an agent without a session. */
  private void comings() throws InterruptedException {
    BedAgent carol = bed.agent("@cost.carol");
    quiet();
    bed.ledger().clear();
    Stream stream = carol.connect();
    quiet();
    counts.put("connect", Count.of(bed, 1, 0, 1, "ConnectFunction"));
    bed.ledger().clear();
    stream.close();
    // both timers of the drop run, the away job and the grace timer, and find nothing to do
    while (bed.ledger().invocations("GraceQueueFunction").size() < 2) {
      quiet();
    }
    quiet();
    counts.put("disconnect", Count.of(bed, 1, 0, 1, "DisconnectFunction"));
  }

  private void count(String name, String function, IntConsumer operation)
      throws InterruptedException {
    quiet();
    bed.ledger().clear();
    for (int i = 0; i < TIMES; i++) {
      operation.accept(i);
      Thread.sleep(SECOND_MILLIS);
    }
    quiet();
    counts.put(name, Count.of(bed, TIMES, TIMES, 0, function));
  }

  private void quiet() throws InterruptedException {
    bed.ledger().awaitQuiet(QUIET);
  }
}
