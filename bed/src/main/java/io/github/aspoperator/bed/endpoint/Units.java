package io.github.aspoperator.bed.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;

/** What a call to DynamoDB consumed: the engine is asked to say so in every answer. */
record Units(double read, double write) {

  static final Units NONE = new Units(0, 0);

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> READS =
      Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

  private static final Set<String> WRITES =
      Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");

  /** The same call, that asks for what it consumes. */
  static ServiceCall asking(ServiceCall call) throws IOException {
    if (!counts(call)) {
      return call;
    }
    if (JSON.readTree(call.body()) instanceof ObjectNode body) {
      body.put("ReturnConsumedCapacity", "TOTAL");
      return call.withBody(JSON.writeValueAsString(body));
    }
    return call;
  }

  static Units of(ServiceCall call, ServiceAnswer answer) throws IOException {
    if (!counts(call) || answer.status() != 200) {
      return NONE;
    }
    JsonNode consumed = JSON.readTree(answer.body()).path("ConsumedCapacity");
    double sum = consumed.path("CapacityUnits").asDouble();
    if (consumed.isArray()) {
      for (JsonNode each : consumed) {
        sum += each.path("CapacityUnits").asDouble();
      }
    }
    return READS.contains(call.operation()) ? new Units(sum, 0) : new Units(0, sum);
  }

  private static boolean counts(ServiceCall call) {
    return call.service().equals("DynamoDB")
        && (READS.contains(call.operation()) || WRITES.contains(call.operation()));
  }
}
