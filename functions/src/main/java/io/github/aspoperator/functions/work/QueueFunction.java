package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.queue.Redelivery;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import java.util.ArrayList;
import java.util.List;

/** A queue's messages, one after the other; those that fail come again, later each time. */
abstract class QueueFunction extends Function {

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
  public final byte[] answer(byte[] event, String requestId) {
    List<String> failures = new ArrayList<>();
    for (QueueMessage message : QueueMessage.in(event)) {
      boolean held = isInOrder() && !failures.isEmpty();
      if (held || !isDone(message)) {
        failures.add(message.id());
      }
    }
    return BatchAnswer.failed(failures);
  }

  private boolean isDone(QueueMessage message) {
    try {
      work(worker, message.body());
      return true;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "message " + message.id() + " comes again", e);
      redelivery.of(message.queue(), message.receipt(), message.receives());
      return false;
    }
  }
}
