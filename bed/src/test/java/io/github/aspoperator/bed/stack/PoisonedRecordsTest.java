package io.github.aspoperator.bed.stack;

import static io.github.aspoperator.bed.stack.Stack.assertAllFlows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Stream;
import io.github.aspoperator.bed.template.StreamMapping;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What nobody of ours wrote into the log harms no session but its own, and is told. */
@Timeout(120)
final class PoisonedRecordsTest {

  private final Stack stack = Stack.withoutPresence();
  private final BedAgent alice = stack.agent();
  private final BedAgent bob = stack.agent();

  private String session = "";
  private Stream atAlice;
  private Stream atBob;

  @BeforeEach
  void aConversation() throws Exception {
    session = Stack.session(alice, bob);
    atAlice = alice.connect();
    atBob = bob.connect();
    assertAllFlows(alice, session, atAlice, atBob);
  }

  @AfterEach
  void stop() {
    atAlice.close();
    atBob.close();
    stack.close();
  }

  private void write(String key, long number) {
    stack
        .bed()
        .tables()
        .putItem(r ->
            r.tableName(stack.table("LogTable"))
                .item(
                    Map.of(
                        "s", AttributeValue.fromS(key),
                        "k", AttributeValue.fromN(Long.toString(number)),
                        "c", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[16])),
                        "b", AttributeValue.fromB(SdkBytes.fromUtf8String("poison")))));
  }

  /** The only message of a queue. */
  private String dead(String queue) throws Exception {
    Stack.await(queue, () -> stack.bed().queues().size(stack.queue(queue)) == 1);
    return stack
        .bed()
        .queues()
        .client()
        .receiveMessage(
            r -> r.queueUrl(stack.bed().queues().url(stack.queue(queue))).waitTimeSeconds(5))
        .messages()
        .getFirst()
        .body();
  }

  /** A record without a session is given up in the end, alone, and blocks nobody meanwhile. */
  @Test
  void aRecordOfNoSessionEndsInTheDestinationOfTheStreamAndBlocksNobody() throws Exception {
    write("no session at all", 1);
    alice.say(session, "beside the poison");
    assertAllFlows(alice, session, atAlice, atBob);

    JsonNode told = new ObjectMapper().readTree(dead("StreamDeadLetters"));

    assertEquals(1, told.at("/DDBStreamBatchInfo/batchSize").asInt());
    assertEquals("RetryAttemptsExhausted", told.at("/requestContext/condition").asText());
    assertFalse(told.toString().contains("poison"), "content is told to nobody");
    assertAllFlows(alice, session, atAlice, atBob);
    StreamMapping mapping = stack.bed().template().streamMappings().getFirst();
    assertTrue(mapping.onFailureArn().orElseThrow().endsWith(stack.queue("StreamDeadLetters")));
    assertTrue(stack.isWatched("StreamDeadLetters"));
  }

  /** A commit that cannot be read stops its own session, which is given up in the bell queue. */
  @Test
  void aCommitThatCannotBeReadEndsInTheDeadLettersOfTheBellAndHarmsItsOwnSessionOnly()
      throws Exception {
    String poisoned = Stack.session(alice, bob);
    atBob.await(poisoned, 2);
    write(poisoned.substring("sess_".length()), 3);
    assertAllFlows(alice, session, atAlice, atBob);

    String letter = dead("BellDeadLetters");

    assertTrue(letter.startsWith("Drain "), letter);
    assertAllFlows(alice, session, atAlice, atBob);
    assertTrue(stack.isWatched("BellDeadLetters"));
  }
}
