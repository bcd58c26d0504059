package io.github.aspoperator.functions.work;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.operator.JobRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The stream of the log: a bell for each session in the batch. A session that fails is rung again
 * through a queue, and holds up no other; only where not even that can be sent does the batch come
 * again, from that record on.
 */
public final class DrainStream implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private static final System.Logger LOG = System.getLogger(DrainStream.class.getName());

  private final Aws aws;
  private final JobRunner runner;

  @SuppressWarnings("unused") // only kept: see Primed
  private final Primed primed;

  /** As Lambda makes it. */
  public DrainStream() {
    this(System.getenv());
  }

  /** With these variables. */
  public DrainStream(Map<String, String> environment) {
    this(new Aws(new Settings(environment)));
  }

  /** On these adapters. */
  public DrainStream(Aws aws) {
    this.aws = aws;
    this.runner = aws.runner();
    this.primed = Primed.with(() -> runner.drain(Bell.of(new SessionId(new Ulid(0, 0)))));
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    List<Optional<String>> outcomes =
        aws.tasks()
            .together(
                Ringing.in(event).stream()
                    .<Supplier<Optional<String>>>map(one -> () -> drain(one))
                    .toList());
    Optional<String> failed = outcomes.stream().reduce(Optional.empty(), Ringing::earlier);
    return new StreamsEventResponse(
        failed.stream().map(StreamsEventResponse.BatchItemFailure::new).toList());
  }

  /** The sequence number from which on the batch has to come again, if it has to. */
  private Optional<String> drain(Ringing one) {
    try {
      runner.drain(one.bell());
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "drain of " + one.session() + " failed, again soon", e);
    }
    try {
      aws.ports().jobs().enqueue(new Job.Drain(one.session()));
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "nor could it be queued: the batch comes again", e);
      return Optional.of(one.first());
    }
  }
}
