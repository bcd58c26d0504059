package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a function is fed with the stream of a table.
 *
 * @param functionId the function
 * @param streamArn the stream, as {@code !GetAtt Table.StreamArn} gives it
 * @param batchSize most records in a call
 * @param filters patterns of which a record must match one; none: all records pass
 * @param retries how often a batch is tried again; none: until it works
 * @param bisect whether a failed batch is tried in halves
 * @param parallelization how many batches of a shard may be under way at once
 * @param reportsFailures whether the function says which record failed
 * @param onFailureArn the queue that is told of a batch given up
 */
public record StreamMapping(
    String functionId,
    String streamArn,
    int batchSize,
    List<JsonNode> filters,
    OptionalInt retries,
    boolean bisect,
    int parallelization,
    boolean reportsFailures,
    Optional<String> onFailureArn) {

  public StreamMapping {
    filters = List.copyOf(filters);
  }
}
