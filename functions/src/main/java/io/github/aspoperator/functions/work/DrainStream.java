package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Scene;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.functions.log.DeliveryMetrics;
import io.github.aspoperator.functions.log.EmbeddedMetrics;
import io.github.aspoperator.functions.log.LateLogger;
import io.github.aspoperator.functions.log.Metrics;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.wire.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The stream of the log: a bell for each session in the batch. A session that fails is rung again
 * through a queue, and holds up no other; only where not even that can be sent does the batch come
 * again, from that record on.
 */
public final class DrainStream extends Function {

  private static final LateLogger LOG = LateLogger.of(DrainStream.class);

  private final Aws aws;
  private final JobRunner runner;
  private final Metrics metrics;
  private final DeliveryMetrics delivery;

  /** As Lambda makes it. */
  public DrainStream() {
    this(new Aws(new Settings(LambdaProcess.environment())), new EmbeddedMetrics());
    prime();
  }

  /** With these variables. */
  public DrainStream(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters; its metrics go nowhere. */
  public DrainStream(Aws aws) {
    this(aws, Metrics.NONE);
  }

  private DrainStream(Aws aws, Metrics metrics) {
    this.aws = aws;
    this.runner = aws.runner();
    this.metrics = metrics;
    this.delivery =
        new DeliveryMetrics(metrics, aws.ports().clock()::now, aws.pusher()::takeUnanswered);
  }

  @Override
  public byte[] answer(byte[] event, String requestId) {
    List<Optional<String>> outcomes =
        aws.tasks()
            .together(
                Ringing.in(StreamRecord.in(event)).stream()
                    .<Supplier<Optional<String>>>map(one -> () -> drain(one))
                    .toList());
    Optional<String> failed = outcomes.stream().reduce(Optional.empty(), Ringing::earlier);
    delivery.tell();
    return BatchAnswer.failed(failed.stream().toList());
  }

  @Override
  protected void reach() {
    aws.rehearsal().handOver();
    metrics.rehearse();
  }

  @Override
  protected void rehearse() {
    rehearsed();
  }

  /** What comes of a message on the scene. */
  byte[] rehearsed() {
    Scene scene = aws.rehearsal().scene();
    JsonWriter json = new JsonWriter(512).object().name("Records").array().object();
    json.name("dynamodb").object().name("SequenceNumber").string("0");
    // an item's key is a part of it
    json.name("Keys").raw(scene.commit()).name("NewImage").raw(scene.commit()).endObject();
    byte[] event = json.endObject().endArray().endObject().done();
    return new DrainStream(scene.aws()).answer(event, "rehearsal");
  }

  /** The sequence number from which on the batch has to come again, if it has to. */
  private Optional<String> drain(Ringing one) {
    try {
      runner.drain(one.bell());
      one.bell().commits().forEach(commit -> delivery.handedOver(commit.at()));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.get()
          .log(System.Logger.Level.WARNING, "drain of " + one.session() + " failed, again soon", e);
    }
    try {
      aws.ports().jobs().enqueue(new Job.Drain(one.session()));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.get().log(System.Logger.Level.ERROR, "nor could it be queued: the batch comes again", e);
      return Optional.of(one.first());
    }
  }
}
