package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads event source mappings and schedules, as events of functions or as resources. */
final class MappingReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Resources resources;
  private final Map<String, List<Resource>> events;
  private final Function<String, String> functionOf;

  /** {@code functionOf}: the function that an ARN or a name means. */
  MappingReader(
      Resources resources,
      Map<String, List<Resource>> events,
      Function<String, String> functionOf) {
    this.resources = resources;
    this.events = events;
    this.functionOf = functionOf;
  }

  List<StreamMapping> streams() {
    List<StreamMapping> found = new ArrayList<>();
    events.forEach(
        (id, of) -> ofType(of, "DynamoDB").forEach(e -> found.add(stream(id, e, "Stream"))));
    for (Resource each : mappings("dynamodb")) {
      found.add(stream(functionOf.apply(each.text("FunctionName")), each, "EventSourceArn"));
    }
    return found;
  }

  List<QueueMapping> queues() {
    List<QueueMapping> found = new ArrayList<>();
    events.forEach((id, of) -> ofType(of, "SQS").forEach(e -> found.add(queue(id, e, "Queue"))));
    for (Resource each : mappings("sqs")) {
      found.add(queue(functionOf.apply(each.text("FunctionName")), each, "EventSourceArn"));
    }
    return found;
  }

  List<ScheduleSpec> schedules() {
    List<ScheduleSpec> found = new ArrayList<>();
    events.forEach((id, of) -> {
      ofType(of, "Schedule").forEach(e -> found.add(schedule(id, e, "Schedule")));
      ofType(of, "ScheduleV2").forEach(e -> found.add(schedule(id, e, "ScheduleExpression")));
    });
    return found;
  }

  private List<Resource> mappings(String service) {
    return resources.ofType("AWS::Lambda::EventSourceMapping").stream()
        .filter(each -> each.text("EventSourceArn").startsWith("arn:aws:" + service + ":"))
        .toList();
  }

  private static List<Resource> ofType(List<Resource> events, String type) {
    return events.stream().filter(each -> each.type().equals(type)).toList();
  }

  private static StreamMapping stream(String functionId, Resource mapping, String source) {
    List<JsonNode> filters = new ArrayList<>();
    for (JsonNode filter : mapping.properties().path("FilterCriteria").path("Filters")) {
      filters.add(parsed(filter.path("Pattern").asText()));
    }
    int retries = mapping.number("MaximumRetryAttempts", -1);
    JsonNode destination = mapping.properties().path("DestinationConfig").path("OnFailure");
    return new StreamMapping(
        functionId,
        mapping.text(source),
        mapping.number("BatchSize", 100),
        filters,
        retries < 0 ? OptionalInt.empty() : OptionalInt.of(retries),
        mapping.flag("BisectBatchOnFunctionError"),
        mapping.number("ParallelizationFactor", 1),
        reports(mapping),
        Optional.ofNullable(destination.path("Destination").textValue()));
  }

  private static QueueMapping queue(String functionId, Resource mapping, String source) {
    int most = mapping.properties().path("ScalingConfig").path("MaximumConcurrency").asInt(5);
    return new QueueMapping(
        functionId, mapping.text(source), mapping.number("BatchSize", 10), most, reports(mapping));
  }

  private static ScheduleSpec schedule(String functionId, Resource event, String expression) {
    return new ScheduleSpec(functionId, event.text(expression), event.optional("Input"));
  }

  private static boolean reports(Resource mapping) {
    for (JsonNode each : mapping.properties().path("FunctionResponseTypes")) {
      if (each.asText().equals("ReportBatchItemFailures")) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode parsed(String pattern) {
    try {
      return JSON.readTree(pattern);
    } catch (JsonProcessingException e) {
      throw new TemplateError("no filter pattern: " + pattern);
    }
  }
}
