package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Stream records as functions get them. */
final class StreamRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamRecords() {}

  static JsonNode json(Record record, String streamArn) {
    ObjectNode json = JSON.createObjectNode();
    json.put("eventID", record.eventID());
    json.put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1");
    json.put("eventSource", "aws:dynamodb");
    json.put("awsRegion", record.awsRegion());
    json.put("eventSourceARN", streamArn);
    StreamRecord change = record.dynamodb();
    ObjectNode dynamodb = json.putObject("dynamodb");
    dynamodb.put(
        "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    put(dynamodb, "Keys", change.keys());
    put(dynamodb, "NewImage", change.newImage());
    put(dynamodb, "OldImage", change.oldImage());
    dynamodb.put("SequenceNumber", change.sequenceNumber());
    dynamodb.put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    return json;
  }

  /** Its place in the stream. */
  static String sequence(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText();
  }

  /** The value of the partition key. */
  static String partition(JsonNode record, String key) {
    return record.path("dynamodb").path("Keys").path(key).toString();
  }

  private static void put(ObjectNode parent, String name, Map<String, AttributeValue> item) {
    if (!item.isEmpty()) {
      parent.set(name, item(item));
    }
  }

  private static ObjectNode item(Map<String, AttributeValue> item) {
    ObjectNode json = JSON.createObjectNode();
    item.forEach((name, value) -> json.set(name, value(value)));
    return json;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode json = JSON.createObjectNode();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", value.b().asByteArray());
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case M -> json.set("M", item(value.m()));
      case L -> list(json.putArray("L"), value.l());
      case SS -> strings(json.putArray("SS"), value.ss());
      case NS -> strings(json.putArray("NS"), value.ns());
      case BS -> value.bs().forEach(each -> json.withArray("BS").add(each.asByteArray()));
      case UNKNOWN_TO_SDK_VERSION -> throw new IllegalStateException("an unknown type of value");
    }
    return json;
  }

  private static void list(ArrayNode array, List<AttributeValue> values) {
    values.forEach(each -> array.add(value(each)));
  }

  private static void strings(ArrayNode array, List<String> values) {
    values.forEach(array::add);
  }
}
