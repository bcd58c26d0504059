package io.github.aspoperator.bed.queues;

import io.github.aspoperator.aws.queue.Redelivery;
import io.github.aspoperator.aws.queue.SqsJobs;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.QueueSpec;
import io.github.aspoperator.bed.template.Template;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A home that has queues and nothing else: those of the template, in a real SQS API. */
final class QueueHome implements Home {

  private final Names names = new Names("jobs", "eu-central-1");
  private final Template template =
      Template.read(Path.of("../template.yaml"), names, Map.of("Release", "1"));
  private final Queues queues = Queues.start(names, template.queues());
  private SqsJobs jobs = fresh();

  private SqsJobs fresh() {
    return new SqsJobs(queues::client, urls(), this::now);
  }

  private io.github.aspoperator.aws.queue.Queues urls() {
    return new io.github.aspoperator.aws.queue.Queues(
        url("ReplayQueue"), url("BellQueue"), url("WorkQueue"), url("GraceQueue"));
  }

  private String url(String id) {
    return queues.url(name(id));
  }

  private String name(String id) {
    return template.queues().stream()
        .filter(queue -> queue.id().equals(id))
        .map(QueueSpec::name)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public List<Job> work(long now, Predicate<Job> done) {
    List<Job> given = new ArrayList<>();
    Worker worker =
        new Worker(
            this::now,
            jobs,
            job -> {
              given.add(job);
              if (!done.test(job)) {
                throw new IllegalStateException("the worker failed");
              }
            });
    boolean isOver = false;
    while (!isOver) {
      // what was due by then is seen by a look that began after it
      boolean isTime = now() >= now;
      isOver = !workOnce(worker) && isTime;
    }
    return given;
  }

  /** One look into each queue; whether anything was there. */
  private boolean workOnce(Worker worker) {
    boolean any = false;
    for (String id : List.of("ReplayQueue", "BellQueue", "WorkQueue", "GraceQueue")) {
      for (Message message : received(id)) {
        any = true;
        work(worker, id, message);
      }
    }
    return any;
  }

  private List<Message> received(String id) {
    return queues
        .client()
        .receiveMessage(r ->
            r.queueUrl(url(id))
                .maxNumberOfMessages(10)
                .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void work(Worker worker, String id, Message message) {
    try {
      if (id.equals("ReplayQueue")) {
        worker.replay(message.body());
      } else {
        worker.work(message.body());
      }
      queues
          .client()
          .deleteMessage(r -> r.queueUrl(url(id)).receiptHandle(message.receiptHandle()));
    } catch (IllegalStateException e) {
      int receives =
          Integer.parseInt(
              message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT));
      new Redelivery(queues::client, urls())
          .of(names.arn("sqs", name(id)), message.receiptHandle(), receives);
    }
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  @Override
  public void restart() {
    jobs = fresh();
  }

  @Override
  public void close() {
    queues.close();
  }

  @Override
  public SessionLog log() {
    throw notHere();
  }

  @Override
  public Idempotency idempotency() {
    throw notHere();
  }

  @Override
  public SessionIndex index() {
    throw notHere();
  }

  @Override
  public Heads heads() {
    throw notHere();
  }

  @Override
  public Lags lags() {
    throw notHere();
  }

  @Override
  public Presences presences() {
    throw notHere();
  }

  @Override
  public Agents agents() {
    throw notHere();
  }

  @Override
  public Allowlists allowlists() {
    throw notHere();
  }

  @Override
  public Blocks blocks() {
    throw notHere();
  }

  @Override
  public Credentials credentials() {
    throw notHere();
  }

  @Override
  public Owners owners() {
    throw notHere();
  }

  @Override
  public Tickets tickets() {
    throw notHere();
  }

  @Override
  public Set<SessionId> rung() {
    throw notHere();
  }

  private static UnsupportedOperationException notHere() {
    return new UnsupportedOperationException("this home has queues only");
  }
}
