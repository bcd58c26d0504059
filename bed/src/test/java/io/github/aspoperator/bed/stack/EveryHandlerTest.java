package io.github.aspoperator.bed.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.bed.Bed;
import io.github.aspoperator.bed.BedOptions;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Http;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.endpoint.ServiceAnswer;
import io.github.aspoperator.bed.endpoint.ServiceFault;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import io.github.aspoperator.bed.template.FunctionSpec;
import io.github.aspoperator.identity.ConnectionId;
import io.github.aspoperator.identity.Handle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function of the template, from the package that is deployed, in a process of its own, in
 * which Lambda's runtime client runs it: one conversation that passes through all of them.
 */
final class EveryHandlerTest {

  @TempDir Path logs;
  private Bed bed;

  @BeforeEach
  void start() {
    // one process of each, and short windows; but who comes back must have time to
    Map<String, String> parameters =
        Map.of(
            "FunctionMemory", "256",
            "ReservedConcurrency", "1",
            "AwaySeconds", "0",
            "GraceSeconds", "8");
    bed =
        Bed.start(
            BedOptions.of(Path.of("../template.yaml")).with(parameters).processes(_ -> true, logs));
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  @Test
  @Timeout(180)
  void oneConversationPassesThroughAllOfThem() throws Exception {
    assertEquals(200, new Http(bed.url(), "").call("GET", "/healthz", "").status()); // Public
    BedAgent alice = bed.agent("@alice.test"); // OwnerSide
    BedAgent bob = bed.agent("@bob.test");
    BedAgent carol = bed.agent("@carol.test");
    try (Stream atAlice = alice.connect()) { // Connect
      String session = alice.create(bob);
      atAlice.await(session, 1); // DrainStream
      callsOfASession(alice, bob, carol, session);
      whoWasAwayGetsWhatItMissed(alice, bob, session, atAlice);
      aSessionThatCouldNotBeDrainedIsDrainedAfterAll(alice, session, atAlice);
      aConnectionThatVanishedIsSwept(alice, carol, session, atAlice);
      await(atAlice, session, "session.left", bob); // GraceQueue
      long last = alice.say(session, "the last word");
      atAlice.await(session, last);
      // a drain that failed may have handed over what the next one hands over again
      assertEquals(
          LongStream.rangeClosed(1, last).boxed().toList(),
          atAlice.sequences(session).stream().distinct().toList());
    }
    assertEquals(names(), answered());
  }

  /** Each call of the agents' wire that is left, and what it answers. */
  private static void callsOfASession(
      BedAgent alice, BedAgent bob, BedAgent carol, String session) {
    String at = "/sessions/" + session;
    bob.join(session);
    alice.call("POST", at + "/invite", "{\"invite\":[\"" + carol.handle() + "\"]}").expect(200);
    carol.join(session);
    assertEquals(
        List.of("joined", "joined", "joined"),
        alice
            .call("GET", at, "")
            .expect(200)
            .body()
            .path("participants")
            .findValuesAsText("status"));
    JsonNode sessions = alice.call("GET", "/sessions", "").expect(200).body().path("sessions");
    assertEquals(List.of(session), sessions.findValuesAsText("id"));
    assertEquals(
        "1",
        alice
            .call("GET", at + "/events?limit=1", "")
            .expect(200)
            .body()
            .at("/events/0/sequence")
            .asText());
    bob.call("POST", at + "/leave", "").expect(200);
    alice.call("POST", at + "/end", "").expect(200);
    alice.call("POST", at + "/reopen", "{}").expect(200);
    alice.call("POST", at + "/invite", "{\"invite\":[\"" + bob.handle() + "\"]}");
    bob.join(session);
    carol.join(session);
  }

  /** A ticket opens the line; a replay brings what the one who closes it misses. */
  private static void whoWasAwayGetsWhatItMissed(
      BedAgent alice, BedAgent bob, String session, Stream atAlice) throws Exception {
    try (Stream atBob = bob.connectWithTicket()) { // CreateTicket
      long first = alice.say(session, "hello");
      atBob.await(session, first);
    }
    await(atAlice, session, "session.disconnected", bob); // Disconnect
    long missed = alice.say(session, "are you there?");
    try (Stream again = bob.connect()) {
      again.await(session, missed); // ReplayQueue
      await(atAlice, session, "session.reconnected", bob); // WorkQueue
    }
  }

  private void aSessionThatCouldNotBeDrainedIsDrainedAfterAll(
      BedAgent alice, String session, Stream atAlice) throws Exception {
    bed.services()
        .disturb((call, service) ->
            call.caller().startsWith("DrainStreamFunction") && call.service().equals("DynamoDB")
                ? ServiceAnswer.failure(400, "ValidationException", "not today")
                : service.answer(call));
    long late = alice.say(session, "this one is late");
    atAlice.await(session, late); // DrainBell
    bed.services().disturb(ServiceFault.NONE);
  }

  /** The gateway does not tell of the end, so the clock does; as if it had been open for long. */
  private void aConnectionThatVanishedIsSwept(
      BedAgent alice, BedAgent carol, String session, Stream atAlice) throws Exception {
    Set<String> before = Set.copyOf(bed.sockets().connectionIds());
    bed.sockets().tellEnds(false);
    try (Stream atCarol = carol.connect()) {
      atCarol.await(session, alice.say(session, "hello"));
      String connection =
          bed.sockets().connectionIds().stream()
              .filter(id -> !before.contains(id))
              .findFirst()
              .orElseThrow();
      new Aws(new Settings(bed.environment("SweepFunction")))
          .connectionOwners()
          .put(
              new ConnectionOwners.Owned(
                  new ConnectionId(connection), Handle.of(carol.handle()), 0, false));
    }
    bed.sources().schedule("SweepFunction").fire(); // Sweep
    await(atAlice, session, "session.disconnected", carol);
  }

  private static void await(Stream stream, String session, String type, BedAgent agent)
      throws InterruptedException {
    stream.await(
        event -> is(event, session, type) && has(event, agent.handle()),
        type + " of " + agent.handle());
  }

  private static boolean is(JsonNode event, String session, String type) {
    return event.path("type").asText().equals(type)
        && event.path("session_id").asText().equals(session);
  }

  private static boolean has(JsonNode event, String text) {
    return event.toString().contains(text);
  }

  private Set<String> names() {
    return bed.template().functions().stream()
        .map(FunctionSpec::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> answered() {
    return bed.ledger().invocations().stream()
        .filter(InvocationEntry::answered)
        .map(InvocationEntry::functionId)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
