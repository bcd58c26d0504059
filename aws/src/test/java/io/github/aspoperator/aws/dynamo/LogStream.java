package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.identity.SessionId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stream of a log table: the bell of its sessions. */
final class LogStream {

  private final DynamoDbStreamsClient streams;
  private final String arn;

  LogStream(DynamoDbStreamsClient streams, String arn) {
    this.streams = streams;
    this.arn = arn;
  }

  /** The sessions of all records so far. */
  Set<SessionId> sessions() {
    Set<SessionId> sessions = new HashSet<>();
    for (Shard shard : streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
      read(shard.shardId(), sessions);
    }
    return sessions;
  }

  private void read(String shard, Set<SessionId> sessions) {
    @Nullable String iterator =
        streams
            .getShardIterator(r ->
                r.streamArn(arn).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    boolean more = true;
    while (iterator != null && more) {
      String from = iterator;
      GetRecordsResponse read = streams.getRecords(r -> r.shardIterator(from));
      for (Record each : read.records()) {
        sessions.add(CommitItem.session(Item.of(each.dynamodb().keys())));
      }
      more = !read.records().isEmpty();
      iterator = read.nextShardIterator();
    }
  }
}
