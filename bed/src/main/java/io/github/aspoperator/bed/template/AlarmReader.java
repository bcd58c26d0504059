package io.github.aspoperator.bed.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads alarms: those of one metric, and those of a sum. */
final class AlarmReader {

  private final Resources resources;

  AlarmReader(Resources resources) {
    this.resources = resources;
  }

  List<AlarmSpec> alarms() {
    return resources.ofType("AWS::CloudWatch::Alarm").stream().map(AlarmReader::alarm).toList();
  }

  private static AlarmSpec alarm(Resource alarm) {
    List<AlarmSpec.Metric> watched = new ArrayList<>();
    if (alarm.optional("MetricName").isPresent()) {
      watched.add(metric(alarm.properties()));
    }
    for (JsonNode each : alarm.properties().path("Metrics")) {
      if (each.has("MetricStat")) {
        watched.add(metric(each.path("MetricStat").path("Metric")));
      }
    }
    return new AlarmSpec(alarm.id(), Double.parseDouble(alarm.text("Threshold")), watched);
  }

  private static AlarmSpec.Metric metric(JsonNode metric) {
    return new AlarmSpec.Metric(
        metric.path("Namespace").asText(),
        metric.path("MetricName").asText(),
        metric.path("Dimensions").path(0).path("Value").asText());
  }
}
