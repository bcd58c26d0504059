package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Reply;
import io.github.aspoperator.bed.client.Stream;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** The largest event that the contract allows fits an item and a frame; a larger one is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class LargestEventsTest {

  /** Stored bytes of content and metadata (protocol section 4). */
  private static final int MOST_STORED = 96 * 1024;

  private static final int MOST_BODY = 256 * 1024;

  private Stack stack;
  private BedAgent alice;
  private BedAgent bob;

  @BeforeAll
  void start() {
    stack = Stack.withoutPresence();
    alice = stack.agent();
    bob = stack.agent();
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  /** Text that does not get smaller by deflating. */
  private static String noise(int length) {
    Random random = new Random(length);
    return random
        .ints(length, 'A', 'Z' + 1)
        .map(c -> random.nextBoolean() ? Character.toLowerCase(c) : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String message(int stored) {
    return "{\"content\":\"" + noise(stored - 2) + "\"}";
  }

  private Reply send(String session, String body) {
    return alice.once("POST", "/sessions/" + session + "/messages", body);
  }

  @Test
  void theLargestMessagePassesAndOneByteMoreIsTooLarge() throws Exception {
    String session = Stack.session(alice, bob);
    try (Stream atAlice = alice.connect();
        Stream atBob = bob.connect()) {
      long sequence =
          send(session, message(MOST_STORED)).expect(201).body().path("sequence").asLong();
      atBob.await(session, sequence);
      JsonNode event = Stack.history(bob, session).getLast();
      assertEquals(MOST_STORED - 2, event.at("/payload/content").asText().length());
      assertEquals(event, atBob.events().getLast());

      Reply refused = send(session, message(MOST_STORED + 1)).expect(413);

      assertEquals("PAYLOAD_TOO_LARGE", refused.body().at("/error/code").asText());
      assertAllFlows(alice, session, atAlice, atBob);
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedAndWritesNothing() {
    String session = Stack.session(alice, bob);
    int before = Stack.history(alice, session).size();
    send(session, message(MOST_BODY)).expect(413);
    assertEquals(before, Stack.history(alice, session).size());
  }

  /** A hundred invitations, each with the whole message: one commit, in one item. */
  @Test
  void theLargestCommitFitsAnItemAndEachOfItsEventsAFrame() throws Exception {
    String others =
        IntStream.range(0, 99)
            .mapToObj(i -> ",\"@stack.b" + i + "\"")
            .collect(Collectors.joining());
    IntStream.range(0, 99).parallel().forEach(i -> stack.bed().agent("@stack.b" + i));
    String body =
        "{\"topic\":\""
            + noise(512)
            + "\",\"initial_message\":"
            + message(MOST_STORED)
            + ",\"end_after_send\":true,\"invite\":[\""
            + bob.handle()
            + "\""
            + others
            + "]}";
    try (Stream atBob = bob.connect()) {
      String session =
          alice.once("POST", "/sessions", body).expect(201).body().path("session_id").asText();
      atBob.await(
          event ->
              event.path("session_id").asText().equals(session)
                  && event.path("type").asText().equals("session.invited"),
          "the invitation");
      JsonNode invited =
          atBob.events().stream()
              .filter(event -> event.path("session_id").asText().equals(session))
              .findFirst()
              .orElseThrow();
      assertEquals(
          MOST_STORED - 2, invited.at("/payload/initial_message/content").asText().length());
      assertEquals(102, Stack.history(alice, session).size());
    }
  }
}
