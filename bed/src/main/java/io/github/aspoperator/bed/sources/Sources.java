package io.github.aspoperator.bed.sources;

import io.github.aspoperator.bed.dynamo.Tables;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.template.StreamMapping;
import io.github.aspoperator.bed.template.TableSpec;
import io.github.aspoperator.bed.template.Template;
import io.github.aspoperator.bed.template.TemplateError;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** All mappings and schedules of the template. */
public final class Sources implements AutoCloseable {

  private final List<StreamSource> streams;
  private final List<QueueSource> queues;
  private final List<Schedule> schedules;

  /** Not yet started. */
  public Sources(
      Template template,
      Tables tables,
      DynamoDbStreamsClient client,
      Lambda lambda,
      Queues queueServer,
      OptionalInt retrySeconds) {
    streams =
        template.streamMappings().stream()
            .map(mapping -> {
              TableSpec table = table(template, mapping);
              String arn = tables.streamArn(table);
              return new StreamSource(mapping, table, arn, client, lambda, queueServer);
            })
            .toList();
    queues =
        template.queueMappings().stream()
            .map(each ->
                new QueueSource(each, queueServer, lambda, template.names().region(), retrySeconds))
            .toList();
    schedules = template.schedules().stream().map(each -> new Schedule(each, lambda)).toList();
  }

  private static TableSpec table(Template template, StreamMapping mapping) {
    return template.tables().stream()
        .filter(each -> mapping.streamArn().contains(":table/" + each.name() + "/"))
        .findFirst()
        .orElseThrow(() -> new TemplateError("no table has the stream " + mapping.streamArn()));
  }

  /** Starts them; schedules only if they are to run by themselves. */
  public void start(boolean keepsTime) {
    streams.forEach(StreamSource::start);
    queues.forEach(QueueSource::start);
    if (keepsTime) {
      schedules.forEach(Schedule::start);
    }
  }

  /** What feeds that function from a stream. */
  public StreamSource stream(String functionId) {
    return only(streams.stream().filter(s -> s.functionId().equals(functionId)).toList());
  }

  /** What feeds that function from a queue. */
  public QueueSource queue(String functionId) {
    return only(queues.stream().filter(s -> s.functionId().equals(functionId)).toList());
  }

  /** What calls that function by the clock. */
  public Schedule schedule(String functionId) {
    return only(schedules.stream().filter(s -> s.functionId().equals(functionId)).toList());
  }

  private static <T> T only(List<T> found) {
    if (found.size() != 1) {
      throw new IllegalArgumentException("one was expected and " + found.size() + " are there");
    }
    return found.getFirst();
  }

  @Override
  public void close() {
    streams.forEach(StreamSource::close);
    queues.forEach(QueueSource::close);
    schedules.forEach(Schedule::close);
  }
}
