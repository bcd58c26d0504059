package io.github.aspoperator.functions.work;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.queue.Redelivery;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.ArrayList;
import java.util.List;

/** A queue's messages, one after the other; those that fail come again, later each time. */
abstract class QueueFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private static final String RECEIVES = "ApproximateReceiveCount";

  private static final System.Logger LOG = System.getLogger(QueueFunction.class.getName());

  private final Worker worker;
  private final Redelivery redelivery;

  @SuppressWarnings("unused") // only kept: see Primed
  private final Primed primed;

  QueueFunction(Aws aws) {
    this.worker = aws.worker();
    this.redelivery = aws.redelivery();
    this.primed = Primed.with(() -> aws.ports().heads().read(new SessionId(new Ulid(0, 0))));
  }

  /** Does what a message asks for; throws when it is to come again. */
  void work(Worker worker, String body) {
    worker.work(body);
  }

  /**
   * Whether the messages behind one that failed have to wait for it, because their order counts.
   */
  boolean isInOrder() {
    return false;
  }

  @Override
  public final SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
    for (SQSEvent.SQSMessage message : event.getRecords()) {
      boolean held = isInOrder() && !failures.isEmpty();
      if (held || !isDone(message)) {
        failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  private boolean isDone(SQSEvent.SQSMessage message) {
    try {
      work(worker, message.getBody());
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "message " + message.getMessageId() + " comes again", e);
      int receives = Integer.parseInt(message.getAttributes().getOrDefault(RECEIVES, "1"));
      redelivery.of(message.getEventSourceArn(), message.getReceiptHandle(), receives);
      return false;
    }
  }
}
