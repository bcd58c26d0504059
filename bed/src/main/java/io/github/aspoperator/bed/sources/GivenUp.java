package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.template.StreamMapping;
import java.time.Instant;
import java.util.List;

/**
 * Tells the on-failure destination of a batch given up: where it lies in the stream, no content.
 */
record GivenUp(StreamMapping mapping, String shardId, String streamArn, Queues queues) {

  private static final System.Logger LOG = System.getLogger(GivenUp.class.getName());

  void tell(List<JsonNode> batch, int tries) {
    LOG.log(System.Logger.Level.WARNING, "{0} gave up {1}", mapping.functionId(), batch.size());
    mapping.onFailureArn().ifPresent(arn -> send(arn, document(batch, tries)));
  }

  private void send(String queueArn, String body) {
    String name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    queues.client().sendMessage(r -> r.queueUrl(queues.url(name)).messageBody(body));
  }

  private String document(List<JsonNode> batch, int tries) {
    ObjectNode document = new ObjectMapper().createObjectNode();
    document
        .putObject("requestContext")
        .put("functionArn", mapping.functionId())
        .put("condition", "RetryAttemptsExhausted")
        .put("approximateInvokeCount", tries);
    document
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    document.put("version", "1.0");
    document.put("timestamp", Instant.now().toString());
    document
        .putObject("DDBStreamBatchInfo")
        .put("shardId", shardId)
        .put("startSequenceNumber", StreamRecords.sequence(batch.getFirst()))
        .put("endSequenceNumber", StreamRecords.sequence(batch.getLast()))
        .put("batchSize", batch.size())
        .put("streamArn", streamArn);
    return document.toString();
  }
}
