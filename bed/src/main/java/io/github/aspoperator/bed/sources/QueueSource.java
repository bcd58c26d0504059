package io.github.aspoperator.bed.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.template.QueueMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Feeds a function from a queue. What was done is deleted; what was not comes again when it is
 * visible again, and goes to the dead letters in the end: that is the queue's own doing.
 */
public final class QueueSource implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(QueueSource.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_POLLERS = 5;
  private static final int MOST_RECEIVED = 10;
  private static final int WAIT_SECONDS = 1;

  private final QueueMapping mapping;
  private final String url;
  private final Queues queues;
  private final Lambda lambda;
  private final String region;
  private final OptionalInt retrySeconds;
  private final List<Thread> pollers = new ArrayList<>();
  private volatile DeliveryFault fault = DeliveryFault.NONE;

  /**
   * Of the queue that the mapping names; what failed comes again after {@code retrySeconds}, or, if
   * that is empty, when it is visible again.
   */
  public QueueSource(
      QueueMapping mapping, Queues queues, Lambda lambda, String region, OptionalInt retrySeconds) {
    this.mapping = mapping;
    this.queues = queues;
    this.lambda = lambda;
    this.region = region;
    this.retrySeconds = retrySeconds;
    String arn = mapping.queueArn();
    this.url = queues.url(arn.substring(arn.lastIndexOf(':') + 1));
  }

  /** Begins, in threads of its own. */
  public void start() {
    for (int i = 0; i < Math.min(MOST_POLLERS, mapping.concurrency()); i++) {
      pollers.add(Thread.ofVirtual().name(mapping.functionId() + "-poll-" + i).start(this::poll));
    }
  }

  /** From now on this is done to what is received. */
  public void disturb(DeliveryFault by) {
    fault = by;
  }

  /** The function that is fed. */
  public String functionId() {
    return mapping.functionId();
  }

  private void poll() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<Message> messages = receive();
        if (!messages.isEmpty()) {
          handle(messages);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SdkException e) {
      // the SDK says so in its own way when a thread is interrupted
      LOG.log(System.Logger.Level.DEBUG, "a queue is read no further", e);
    }
  }

  private List<Message> receive() {
    return queues
        .client()
        .receiveMessage(r ->
            r.queueUrl(url)
                .maxNumberOfMessages(Math.min(mapping.batchSize(), MOST_RECEIVED))
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                .messageAttributeNames("All")
                .waitTimeSeconds(WAIT_SECONDS))
        .messages();
  }

  private void handle(List<Message> messages) throws InterruptedException {
    List<JsonNode> records = new ArrayList<>();
    messages.forEach(each -> records.add(json(each)));
    ObjectNode event = JSON.createObjectNode();
    event.putArray("Records").addAll(fault.deliver(records));
    if (event.path("Records").isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    messages.forEach(each -> known.add(each.messageId()));
    BatchAnswer answer =
        BatchAnswer.of(
            lambda.invoke(mapping.functionId(), event.toString()),
            known,
            mapping.reportsFailures());
    messages.forEach(each -> settle(each, isDone(each, answer)));
  }

  private void settle(Message message, boolean done) {
    String receipt = message.receiptHandle();
    if (done) {
      queues.client().deleteMessage(r -> r.queueUrl(url).receiptHandle(receipt));
    } else {
      retrySeconds.ifPresent(seconds ->
          queues
              .client()
              .changeMessageVisibility(
                  r -> r.queueUrl(url).receiptHandle(receipt).visibilityTimeout(seconds)));
    }
  }

  private static boolean isDone(Message message, BatchAnswer answer) {
    return switch (answer) {
      case BatchAnswer.Done _ -> true;
      case BatchAnswer.Failed _ -> false;
      case BatchAnswer.Partly(var ids) -> !ids.contains(message.messageId());
    };
  }

  private JsonNode json(Message message) {
    ObjectNode json = JSON.createObjectNode();
    json.put("messageId", message.messageId());
    json.put("receiptHandle", message.receiptHandle());
    json.put("body", message.body());
    ObjectNode attributes = json.putObject("attributes");
    message.attributesAsStrings().forEach(attributes::put);
    ObjectNode own = json.putObject("messageAttributes");
    message
        .messageAttributes()
        .forEach((name, value) ->
            own.putObject(name)
                .put("stringValue", value.stringValue())
                .put("dataType", value.dataType()));
    json.put("md5OfBody", message.md5OfBody());
    json.put("eventSource", "aws:sqs");
    json.put("eventSourceARN", mapping.queueArn());
    json.put("awsRegion", region);
    return json;
  }

  @Override
  public void close() {
    pollers.forEach(Thread::interrupt);
  }
}
