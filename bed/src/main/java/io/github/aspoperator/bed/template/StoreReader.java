package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables and queues. */
final class StoreReader {

  private final Resources resources;

  StoreReader(Resources resources) {
    this.resources = resources;
  }

  List<TableSpec> tables() {
    return resources.ofType("AWS::DynamoDB::Table").stream().map(this::table).toList();
  }

  List<QueueSpec> queues() {
    return resources.ofType("AWS::SQS::Queue").stream().map(this::queue).toList();
  }

  private TableSpec table(Resource table) {
    JsonNode properties = table.properties();
    if (properties.has("GlobalSecondaryIndexes") || properties.has("LocalSecondaryIndexes")) {
      throw new TemplateError(table.id() + " has an index, which the bed does not make");
    }
    Map<String, String> types = new HashMap<>();
    for (JsonNode each : properties.path("AttributeDefinitions")) {
      types.put(each.path("AttributeName").asText(), each.path("AttributeType").asText());
    }
    JsonNode ttl = properties.path("TimeToLiveSpecification");
    return new TableSpec(
        table.id(),
        resources.name(table.id()),
        key(table, types, "HASH")
            .orElseThrow(() -> new TemplateError(table.id() + " has no partition key")),
        key(table, types, "RANGE"),
        ttl.path("Enabled").asBoolean()
            ? Optional.of(ttl.path("AttributeName").asText())
            : Optional.empty(),
        Optional.ofNullable(
            properties.path("StreamSpecification").path("StreamViewType").textValue()));
  }

  private static Optional<TableSpec.Key> key(
      Resource table, Map<String, String> types, String role) {
    for (JsonNode each : table.properties().path("KeySchema")) {
      if (each.path("KeyType").asText().equals(role)) {
        String name = each.path("AttributeName").asText();
        String type = types.get(name);
        if (type == null) {
          throw new TemplateError(table.id() + " says nothing of the type of " + name);
        }
        return Optional.of(new TableSpec.Key(name, type));
      }
    }
    return Optional.empty();
  }

  private QueueSpec queue(Resource queue) {
    return new QueueSpec(
        queue.id(),
        resources.name(queue.id()),
        queue.flag("FifoQueue"),
        queue.flag("ContentBasedDeduplication"),
        queue.number("VisibilityTimeout", 30),
        queue.number("DelaySeconds", 0),
        redrive(queue.properties().path("RedrivePolicy")));
  }

  private static Optional<QueueSpec.Redrive> redrive(JsonNode policy) {
    if (policy.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode read = policy.isTextual() ? parsed(policy.asText()) : policy;
    return Optional.of(
        new QueueSpec.Redrive(
            read.path("deadLetterTargetArn").asText(), read.path("maxReceiveCount").asInt()));
  }

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new TemplateError("no redrive policy: " + json);
    }
  }
}
