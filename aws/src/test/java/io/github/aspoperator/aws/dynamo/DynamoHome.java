package io.github.aspoperator.aws.dynamo;

import io.github.aspoperator.aws.process.VirtualThreads;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Handle;
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
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The ports on DynamoDB as the contracts want them, on tables of their own. */
final class DynamoHome implements Home {

  private static final long KEEP_MILLIS = 60_000;

  private final DynamoDbClient client;
  private final FreshTables tables;
  private Adapters adapters;

  /** A home whose calls are shown to {@code interceptors}. */
  DynamoHome(ExecutionInterceptor... interceptors) {
    this.client = Engine.client(interceptors);
    this.tables = new FreshTables(client);
    this.adapters = new Adapters(new Dynamo(client, new VirtualThreads()), tables.tables());
  }

  /** What one process has: nothing that it remembers may count. */
  private record Adapters(Dynamo dynamo, Tables tables, DynamoHeads heads, DynamoLog log) {
    Adapters(Dynamo dynamo, Tables tables) {
      this(dynamo, tables, new DynamoHeads(dynamo, tables));
    }

    private Adapters(Dynamo dynamo, Tables tables, DynamoHeads heads) {
      this(dynamo, tables, heads, new DynamoLog(dynamo, tables, heads, System::currentTimeMillis));
    }
  }

  /** The calls themselves, for tests that look behind the ports. */
  Dynamo dynamo() {
    return adapters.dynamo();
  }

  Tables tables() {
    return tables.tables();
  }

  @Override
  public SessionLog log() {
    return adapters.log();
  }

  @Override
  public Idempotency idempotency() {
    return new DynamoIdempotency(dynamo(), tables(), adapters.log(), System::currentTimeMillis);
  }

  @Override
  public SessionIndex index() {
    return new DynamoSessionIndex(dynamo(), tables());
  }

  @Override
  public Heads heads() {
    return adapters.heads();
  }

  @Override
  public Lags lags() {
    return new DynamoLags(dynamo(), tables(), KEEP_MILLIS);
  }

  @Override
  public Presences presences() {
    return new DynamoPresences(dynamo(), tables());
  }

  @Override
  public Agents agents() {
    return new DynamoAgents(dynamo(), tables());
  }

  @Override
  public Allowlists allowlists() {
    return new DynamoAllowlists(dynamo(), tables());
  }

  @Override
  public Blocks blocks() {
    return new DynamoBlocks(dynamo(), tables());
  }

  /** All at once: a call for each is slow where an item of 160 KB is rewritten each time. */
  @Override
  public void block(Handle blocker, List<Handle> blocked) {
    new TrustMembers(dynamo(), tables(), TrustList.BLOCKS)
        .add(blocker, blocked.stream().map(Handle::text).toList());
  }

  @Override
  public Credentials credentials() {
    return new DynamoCredentials(dynamo(), tables());
  }

  @Override
  public Owners owners() {
    return new DynamoOwners(dynamo(), tables());
  }

  @Override
  public Tickets tickets() {
    return new DynamoTickets(dynamo(), tables());
  }

  @Override
  public Jobs jobs() {
    throw new UnsupportedOperationException("jobs are in queues, not in tables");
  }

  @Override
  public List<Job> work(long now, Predicate<Job> done) {
    throw new UnsupportedOperationException("jobs are in queues, not in tables");
  }

  @Override
  public Set<SessionId> rung() {
    String arn = client.describeTable(r -> r.tableName(tables().log())).table().latestStreamArn();
    try (var streams = Engine.streams()) {
      return new LogStream(streams, arn).sessions();
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
    adapters = new Adapters(new Dynamo(client, new VirtualThreads()), tables());
  }

  @Override
  public void close() {
    tables.close();
    client.close();
  }
}
