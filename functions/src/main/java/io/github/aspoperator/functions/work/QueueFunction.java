package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.queue.JobMessage;
import io.github.aspoperator.aws.queue.Redelivery;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.log.LateLogger;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;

/** A queue's messages, one after the other; those that fail come again, later each time. */
abstract class QueueFunction extends Function {

  private static final LateLogger LOG = LateLogger.of(QueueFunction.class);

  private final Aws aws;
  private final Worker worker;
  private final Redelivery redelivery;

  QueueFunction(Aws aws) {
    this.aws = aws;
    this.worker = aws.worker();
    this.redelivery = aws.redelivery();
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

  /** A job that this function is warmed up with: one of its own. */
  abstract Job job();

  @Override
  protected final void reach() {
    aws.ports().heads().read(Scene.QUIET);
    aws.rehearsal().equip();
  }

  @Override
  protected final void rehearse() {
    rehearsed();
  }

  /** What comes of such a job on the scene. */
  final byte[] rehearsed() {
    JsonWriter json = new JsonWriter(256).object().name("Records").array().object();
    json.name("messageId").string("0").name("body").string(new JobMessage(job(), 0).body());
    byte[] event = json.endObject().endArray().endObject().done();
    return answer(aws.rehearsal().scene().aws().worker(), event);
  }

  @Override
  public final byte[] answer(byte[] event, String requestId) {
    return answer(worker, event);
  }

  private byte[] answer(Worker by, byte[] event) {
    List<String> failures = new ArrayList<>();
    for (QueueMessage message : QueueMessage.in(event)) {
      boolean held = isInOrder() && !failures.isEmpty();
      if (held || !isDone(by, message)) {
        failures.add(message.id());
      }
    }
    return BatchAnswer.failed(failures);
  }

  private boolean isDone(Worker by, QueueMessage message) {
    try {
      work(by, message.body());
      return true;
    } catch (RuntimeException e) {
      LOG.get().log(System.Logger.Level.WARNING, "message " + message.id() + " comes again", e);
      redelivery.of(message.queue(), message.receipt(), message.receives());
      return false;
    }
  }
}
