package io.github.aspoperator.aws;

import io.github.aspoperator.aws.dynamo.Ahead;
import io.github.aspoperator.aws.dynamo.ConnectionOwners;
import io.github.aspoperator.aws.dynamo.Dynamo;
import io.github.aspoperator.aws.dynamo.DynamoAgents;
import io.github.aspoperator.aws.dynamo.DynamoAllowlists;
import io.github.aspoperator.aws.dynamo.DynamoBlocks;
import io.github.aspoperator.aws.dynamo.DynamoCredentials;
import io.github.aspoperator.aws.dynamo.DynamoHeads;
import io.github.aspoperator.aws.dynamo.DynamoIdempotency;
import io.github.aspoperator.aws.dynamo.DynamoLags;
import io.github.aspoperator.aws.dynamo.DynamoLog;
import io.github.aspoperator.aws.dynamo.DynamoOwners;
import io.github.aspoperator.aws.dynamo.DynamoPresences;
import io.github.aspoperator.aws.dynamo.DynamoSessionIndex;
import io.github.aspoperator.aws.dynamo.DynamoTickets;
import io.github.aspoperator.aws.dynamo.Tables;
import io.github.aspoperator.aws.gateway.ManagementPusher;
import io.github.aspoperator.aws.process.Services;
import io.github.aspoperator.aws.process.Surroundings;
import io.github.aspoperator.aws.process.Tasks;
import io.github.aspoperator.aws.process.VirtualThreads;
import io.github.aspoperator.aws.queue.Redelivery;
import io.github.aspoperator.aws.queue.SqsJobs;
import io.github.aspoperator.aws.queue.Worker;
import io.github.aspoperator.aws.secret.AdminSecret;
import io.github.aspoperator.aws.secret.OperatorCredentials;
import io.github.aspoperator.delivery.DeliveryLimits;
import io.github.aspoperator.identity.Clock;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.TokenHash;
import io.github.aspoperator.operator.JobRunner;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.session.SessionLog;
import software.amazon.awssdk.services.sqs.SqsClient;

/** All adapters, wired; one for each process. */
public final class Aws {

  /** A replay ends well before its function's time does: a post takes some ten milliseconds. */
  private static final int REPLAY_SLICES = 2;

  private final Settings settings;
  private final Surroundings here;
  private final Ports ports;
  private final Ahead ahead;
  private final ManagementPusher pusher;
  private final ConnectionOwners owners;
  private final Rehearsal rehearsal;
  private final Redelivery redelivery;
  private final Once<Ports> adminPorts = new Once<>(this::admins);

  /** The home that {@code settings} describe. */
  public Aws(Settings settings) {
    this(settings, surroundings(settings));
  }

  /** The home that {@code settings} describe, in a process of some kind. */
  public Aws(Settings settings, Surroundings here) {
    this.settings = settings;
    this.here = here;
    Services services = here.services();
    Clock clock = here.clock();
    Dynamo dynamo = new Dynamo(services.dynamo(), here.tasks());
    Tables tables = settings.tables();
    DynamoHeads heads = new DynamoHeads(dynamo, tables);
    DynamoLog log = new DynamoLog(dynamo, tables, heads, clock);
    DynamoCredentials credentials = new DynamoCredentials(dynamo, tables);
    this.ahead = new Ahead(dynamo, tables, heads, log, credentials);
    this.owners = new ConnectionOwners(dynamo, tables);
    this.pusher = new ManagementPusher(new Once<>(services::connections), owners, here.tasks());
    Once<SqsClient> sqs = new Once<>(services::sqs);
    this.redelivery = new Redelivery(sqs, settings.queues());
    this.ports =
        new Ports(
            log,
            new DynamoIdempotency(dynamo, tables, log, clock),
            new DynamoSessionIndex(dynamo, tables),
            heads,
            new DynamoLags(dynamo, tables, limits().lagMillis()),
            new DynamoPresences(dynamo, tables),
            new DynamoAgents(dynamo, tables),
            new DynamoAllowlists(dynamo, tables),
            new DynamoBlocks(dynamo, tables),
            credentials,
            new DynamoOwners(dynamo, tables),
            new DynamoTickets(dynamo, tables),
            new SqsJobs(sqs, settings.queues(), clock),
            pusher,
            here.ids(),
            clock);
    this.rehearsal = new Rehearsal(settings, ports, log, pusher, sqs);
  }

  private static Surroundings surroundings(Settings settings) {
    Clock clock = System::currentTimeMillis;
    return new Surroundings(
        new Clients(settings), new VirtualThreads(), clock, new RandomIds(clock));
  }

  /** What it was made from. */
  public Settings settings() {
    return settings;
  }

  /** Every port. */
  public Ports ports() {
    return ports;
  }

  /** Every port, for a request with this token in this session: what it needs first is read. */
  public Ports ports(TokenHash token, SessionId session) {
    Ahead.Known known = ahead.read(token, session);
    return with(known.credentials(), known.log());
  }

  /** Every port, for the owner's side, where the operator's own token counts too. */
  public Ports adminPorts() {
    return adminPorts.get();
  }

  private Ports admins() {
    AdminSecret secret =
        new AdminSecret(new Once<>(here.services()::secrets), settings.adminSecret(), here.clock());
    return with(new OperatorCredentials(secret, ports.credentials()), ports.log());
  }

  private Ports with(Credentials credentials, SessionLog log) {
    return new Ports(
        log,
        ports.idempotency(),
        ports.index(),
        ports.heads(),
        ports.lags(),
        ports.presences(),
        ports.agents(),
        ports.allowlists(),
        ports.blocks(),
        credentials,
        ports.owners(),
        ports.tickets(),
        ports.jobs(),
        ports.pusher(),
        ports.ids(),
        ports.clock());
  }

  /** What functions do before a snapshot of their process is taken. */
  public Rehearsal rehearsal() {
    return rehearsal;
  }

  /** Drains, and does jobs. */
  public JobRunner runner() {
    return new JobRunner(ports, limits(), settings.windows());
  }

  private DeliveryLimits limits() {
    return DeliveryLimits.DEFAULT.stretching(settings.stretchMillis()).yielding(REPLAY_SLICES);
  }

  /** What to do with messages. */
  public Worker worker() {
    return new Worker(here.clock(), ports.jobs(), runner()::run);
  }

  /** How this process does several things at once. */
  public Tasks tasks() {
    return here.tasks();
  }

  /** What to do with messages that failed. */
  public Redelivery redelivery() {
    return redelivery;
  }

  /** Whose each connection is. */
  public ConnectionOwners connectionOwners() {
    return owners;
  }

  /** The connections. */
  public ManagementPusher pusher() {
    return pusher;
  }
}
