package io.github.aspoperator.bed.sources;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.template.StreamMapping;
import io.github.aspoperator.bed.template.TableSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Feeds a function with the stream of a table, from its beginning. */
public final class StreamSource implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StreamSource.class.getName());

  /** Between two looks at a shard that had nothing new; Lambda itself looks four times a second. */
  private static final long POLL_MILLIS = 5;

  private final StreamMapping mapping;
  private final TableSpec table;
  private final String streamArn;
  private final DynamoDbStreamsClient streams;
  private final Lambda lambda;
  private final Queues queues;
  private final List<Thread> threads = new ArrayList<>();
  private final Set<String> shards = new HashSet<>();
  private volatile DeliveryFault fault = DeliveryFault.NONE;

  /** {@code streamArn}: what the engine itself calls the stream. */
  public StreamSource(
      StreamMapping mapping,
      TableSpec table,
      String streamArn,
      DynamoDbStreamsClient streams,
      Lambda lambda,
      Queues queues) {
    this.mapping = mapping;
    this.table = table;
    this.streamArn = streamArn;
    this.streams = streams;
    this.lambda = lambda;
    this.queues = queues;
  }

  /** Begins, in threads of its own. */
  public void start() {
    run("shards", this::findShards);
  }

  /** From now on this is done to what is read. */
  public void disturb(DeliveryFault by) {
    fault = by;
  }

  /** The function that is fed. */
  public String functionId() {
    return mapping.functionId();
  }

  private synchronized void run(String name, Task task) {
    threads.add(Thread.ofVirtual().name(mapping.functionId() + "-" + name).start(() -> loop(task)));
  }

  private static void loop(Task task) {
    try {
      task.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SdkException e) {
      // the SDK says so in its own way when a thread is interrupted
      LOG.log(System.Logger.Level.DEBUG, "a stream is read no further", e);
    }
  }

  private void findShards() throws InterruptedException {
    while (true) {
      for (Shard shard :
          streams.describeStream(r -> r.streamArn(streamArn)).streamDescription().shards()) {
        if (shards.add(shard.shardId())) {
          run(shard.shardId(), () -> read(shard.shardId()));
        }
      }
      Thread.sleep(1_000);
    }
  }

  private void read(String shardId) throws InterruptedException {
    List<StreamLane> lanes = new ArrayList<>();
    for (int i = 0; i < mapping.parallelization(); i++) {
      GivenUp givenUp = new GivenUp(mapping, shardId, streamArn, queues);
      StreamLane lane = new StreamLane(mapping, lambda, givenUp::tell);
      lanes.add(lane);
      run(shardId + "-" + i, lane::run);
    }
    @Nullable String iterator = from(shardId, null);
    @Nullable String last = null;
    while (iterator != null) {
      GetRecordsResponse read;
      try {
        String from = iterator;
        read = streams.getRecords(r -> r.shardIterator(from));
      } catch (TrimmedDataAccessException | ExpiredIteratorException e) {
        // the engine forgets iterators sooner than what they stand before
        iterator = from(shardId, last);
        continue;
      }
      List<JsonNode> records = new ArrayList<>();
      for (Record each : read.records()) {
        records.add(StreamRecords.json(each, streamArn));
        last = each.dynamodb().sequenceNumber();
      }
      fault.deliver(records).stream()
          .filter(this::passes)
          .collect(groupingBy(this::lane))
          .forEach((lane, its) -> lanes.get(lane).add(its));
      iterator = read.nextShardIterator();
      if (records.isEmpty()) {
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /** Behind the record with that number, or at the beginning. */
  private @Nullable String from(String shardId, @Nullable String last) {
    return streams
        .getShardIterator(r ->
            r.streamArn(streamArn)
                .shardId(shardId)
                .shardIteratorType(
                    last == null
                        ? ShardIteratorType.TRIM_HORIZON
                        : ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                .sequenceNumber(last))
        .shardIterator();
  }

  private int lane(JsonNode record) {
    int hash = StreamRecords.partition(record, table.hash().name()).hashCode();
    return Math.floorMod(hash, mapping.parallelization());
  }

  private boolean passes(JsonNode record) {
    return mapping.filters().isEmpty()
        || mapping.filters().stream().anyMatch(filter -> Pattern.matches(filter, record));
  }

  @Override
  public synchronized void close() {
    threads.forEach(Thread::interrupt);
  }

  /** What goes on until it is interrupted. */
  private interface Task {
    void run() throws InterruptedException;
  }
}
