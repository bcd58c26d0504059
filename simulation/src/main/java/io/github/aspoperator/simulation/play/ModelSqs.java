package io.github.aspoperator.simulation.play;

import io.github.aspoperator.simulation.part.Calls;
import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A client of the modelled queues. */
final class ModelSqs implements SqsClient {

  private final QueueFeed queues;
  private final Calls calls;

  ModelSqs(QueueFeed queues, Calls calls) {
    this.queues = queues;
    this.calls = calls;
  }

  private static final Calls.Kind SEND =
      new Calls.Kind() {
        @Override
        public SdkException busy() {
          return (SdkException)
              SqsException.builder().message("too busy").writableStackTrace(false).build();
        }

        @Override
        public boolean writes() {
          return true;
        }
      };

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    Kind queue = Kind.valueOf(request.queueUrl().toUpperCase(Locale.ROOT));
    int delay = request.delaySeconds() == null ? 0 : request.delaySeconds();
    String group = request.messageGroupId() == null ? "" : request.messageGroupId();
    String kind = request.messageBody().substring(0, request.messageBody().indexOf(' '));
    return calls.make(
        "enqueue " + kind + " in " + delay + " s",
        SEND,
        () -> {
          queues.send(queue, request.messageBody(), group, delay);
          return SendMessageResponse.builder().build();
        });
  }

  @Override
  public ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest request) {
    return calls.make(
        "bring back in " + request.visibilityTimeout() + " s",
        SEND,
        () -> {
          queues.hide(request.receiptHandle(), request.visibilityTimeout());
          return ChangeMessageVisibilityResponse.builder().build();
        });
  }
}
