package io.github.aspoperator.functions.work;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.delivery.Bell;
import io.github.aspoperator.functions.Function;
import io.github.aspoperator.functions.LambdaProcess;
import io.github.aspoperator.functions.Primed;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Ulid;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.operator.JobRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The stream of the log: a bell for each session in the batch. A session that fails is rung again
 * through a queue, and holds up no other; only where not even that can be sent does the batch come
 * again, from that record on.
 */
public final class DrainStream extends Function {

  private static final System.Logger LOG = System.getLogger(DrainStream.class.getName());

  private final Aws aws;
  private final JobRunner runner;
  private final ExecutorService drains = Executors.newVirtualThreadPerTaskExecutor();

  @SuppressWarnings("unused") // only kept: see Primed
  private final Primed primed;

  /** As Lambda makes it. */
  public DrainStream() {
    this(LambdaProcess.environment());
  }

  /** With these variables. */
  public DrainStream(Map<String, String> environment) {
    this.aws = new Aws(new Settings(environment));
    this.runner = aws.runner();
    this.primed = Primed.with(this::rehearse);
  }

  @Override
  protected byte[] answer(byte[] event, String requestId) {
    List<Ringing> ringing = Ringing.in(StreamRecord.in(event));
    List<Future<Optional<String>>> outcomes = new ArrayList<>();
    for (Ringing one : ringing.subList(Math.min(1, ringing.size()), ringing.size())) {
      outcomes.add(drains.submit(() -> drain(one)));
    }
    // most batches are of one session: that needs no thread
    Optional<String> failed = ringing.isEmpty() ? Optional.empty() : drain(ringing.getFirst());
    for (Future<Optional<String>> outcome : outcomes) {
      failed = Ringing.earlier(failed, result(outcome));
    }
    return BatchAnswer.failed(failed.stream().toList());
  }

  /** A drain of a session that is none. */
  private void rehearse() {
    runner.drain(Bell.of(new SessionId(new Ulid(0, 0))));
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

  private static Optional<String> result(Future<Optional<String>> outcome) {
    try {
      return outcome.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while draining", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a drain threw what it should have answered", e);
    }
  }
}
