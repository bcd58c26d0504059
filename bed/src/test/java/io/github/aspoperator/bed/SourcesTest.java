package io.github.aspoperator.bed;

import static io.github.aspoperator.bed.TestBed.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.aspoperator.bed.handlers.Batch;
import io.github.aspoperator.bed.handlers.Batch.Fate;
import io.github.aspoperator.bed.lambda.Outcome;
import io.github.aspoperator.bed.ledger.InvocationEntry;
import io.github.aspoperator.bed.template.QueueSpec;
import io.github.aspoperator.bed.template.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** The stream and the queue as they feed functions. */
final class SourcesTest {

  private Bed bed;

  @BeforeEach
  void start() {
    Batch.BATCHES.clear();
    Batch.fate = _ -> Fate.DONE;
    bed = Bed.start(TestBed.options());
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  private void put(String session, int at) {
    TableSpec table = bed.template().tables().getFirst();
    bed.tables()
        .putItem(r ->
            r.tableName(table.name())
                .item(
                    Map.of(
                        "s", AttributeValue.fromS(session),
                        "k", AttributeValue.fromN(Integer.toString(at)))));
  }

  private void send(String group, String body) {
    bed.queues()
        .client()
        .sendMessage(r ->
            r.queueUrl(bed.queues().url(queue("Work")))
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(group + body));
  }

  private String queue(String id) {
    return bed.template().queues().stream()
        .filter(each -> each.id().equals(id))
        .map(QueueSpec::name)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> seen() {
    return Batch.BATCHES.stream().flatMap(List::stream).toList();
  }

  private static List<String> seen(String session) {
    return seen().stream().filter(each -> each.startsWith(session)).toList();
  }

  private void awaitSeen(int count) throws InterruptedException {
    await(() -> count + " records, not " + seen(), () -> seen().size() >= count);
  }

  @Test
  void newItemsOfASessionArriveInOrderAndChangesAreFilteredOut() throws Exception {
    for (int i = 0; i < 20; i++) {
      put("a", i);
      put("a", i);
      put("b", i);
    }
    awaitSeen(40);

    assertEquals(List.of("a0", "a1", "a2"), seen("a").subList(0, 3));
    assertEquals("b19", seen("b").getLast());
    assertEquals(40, seen().size());
    assertTrue(Batch.BATCHES.stream().allMatch(each -> each.size() <= 4));
  }

  @Test
  void aBatchThatFailsHalfWayIsTriedAgainFromTheFailedRecord() throws Exception {
    AtomicInteger failures = new AtomicInteger(1);
    Batch.fate =
        name -> name.equals("a2") && failures.getAndDecrement() > 0 ? Fate.REPORTED : Fate.DONE;
    holdUntilRead(4);
    for (int i = 0; i < 4; i++) {
      put("a", i);
    }
    awaitSeen(6);

    assertEquals(List.of("a0", "a1", "a2", "a3"), Batch.BATCHES.get(0));
    assertEquals(List.of("a2", "a3"), Batch.BATCHES.get(1));
  }

  /** Lets what is read go on when there is that much of it, as one batch. */
  private void holdUntilRead(int count) {
    List<JsonNode> held = new ArrayList<>();
    bed.sources().stream("Stream")
        .disturb(records -> {
          held.addAll(records);
          if (held.size() < count) {
            return List.of();
          }
          List<JsonNode> all = List.copyOf(held);
          held.clear();
          return all;
        });
  }

  @Test
  void aPoisonedRecordIsFoundByHalvingAndToldToTheDestination() throws Exception {
    Batch.fate = name -> name.equals("a1") ? Fate.THROWN : Fate.DONE;
    for (int i = 0; i < 4; i++) {
      put("a", i);
    }
    await("the others were done", () -> seen().contains("a3"));
    await("it was told", () -> bed.queues().size(queue("StreamDead")) == 1);

    assertEquals(3, Batch.BATCHES.stream().filter(List.of("a1")::equals).count());
    JsonNode told = new ObjectMapper().readTree(received("StreamDead").body());
    assertEquals(1, told.at("/DDBStreamBatchInfo/batchSize").asInt());
    assertEquals("RetryAttemptsExhausted", told.at("/requestContext/condition").asText());
  }

  private Message received(String queueId) {
    return bed.queues()
        .client()
        .receiveMessage(r -> r.queueUrl(bed.queues().url(queue(queueId))).waitTimeSeconds(5))
        .messages()
        .getFirst();
  }

  @Test
  void aTestMayRepeatSwapAndDropRecords() throws Exception {
    bed.sources().stream("Stream")
        .disturb(records -> {
          List<JsonNode> tampered = new ArrayList<>(records);
          tampered.addAll(records);
          tampered.removeIf(each -> each.toString().contains("\"N\":\"1\""));
          return tampered;
        });
    for (int i = 0; i < 3; i++) {
      put("a", i);
    }
    awaitSeen(4);
    assertEquals(List.of("a0", "a0", "a2", "a2"), seen().stream().sorted().toList());
  }

  @Test
  void messagesOfAGroupArriveInOrderAndOneBatchOfItAtATime() throws Exception {
    Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    AtomicInteger overlaps = new AtomicInteger();
    bed.lambda()
        .disturb((_, event, function) -> {
          String group = event.replaceAll("(?s).*\"MessageGroupId\":\"(\\w)\".*", "$1");
          if (running.computeIfAbsent(group, _ -> new AtomicInteger()).getAndIncrement() > 0) {
            overlaps.incrementAndGet();
          }
          try {
            return function.invoke(event);
          } finally {
            running.get(group).decrementAndGet();
          }
        });
    for (int i = 0; i < 10; i++) {
      send("x", "x" + i);
      send("y", "y" + i);
    }
    awaitSeen(20);

    assertEquals(10, seen("x").size());
    assertEquals(seen("x").stream().sorted().toList(), seen("x"));
    assertEquals(seen("y").stream().sorted().toList(), seen("y"));
    await("all are deleted", () -> bed.queues().size(queue("Work")) == 0);
  }

  @Test
  void aMessageThatIsReportedComesAgainAndEndsUnderTheDeadLetters() throws Exception {
    Batch.fate = name -> name.equals("bad") ? Fate.REPORTED : Fate.DONE;
    send("x", "bad");
    send("y", "good");
    await("it is a dead letter", () -> bed.queues().size(queue("WorkDead")) == 1);

    assertEquals(2, seen().stream().filter("bad"::equals).count());
    assertEquals(1, seen().stream().filter("good"::equals).count());
    assertEquals("bad", received("WorkDead").body());
  }

  @Test
  void theClockCallsWhenATestSaysSo() throws Exception {
    assertInstanceOf(Outcome.Answer.class, bed.sources().schedule("Clock").fire());
  }

  @Test
  void whatIsUnderWayWhenTheBedStopsIsDone() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Batch.fate =
        _ -> {
          begun.countDown();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // less if it is interrupted
          return Thread.interrupted() ? Fate.THROWN : Fate.DONE;
        };
    put("s", 1);
    begun.await();
    bed.close();
    List<InvocationEntry> made = bed.ledger().invocations("Stream");
    assertEquals(List.of(true), made.stream().map(InvocationEntry::answered).toList());
  }
}
