package io.github.aspoperator.simulation.table;

import io.github.aspoperator.aws.Aws;
import io.github.aspoperator.aws.Settings;
import io.github.aspoperator.aws.dynamo.CommitItem;
import io.github.aspoperator.aws.dynamo.Item;
import io.github.aspoperator.aws.process.Services;
import io.github.aspoperator.aws.process.Surroundings;
import io.github.aspoperator.aws.process.VirtualThreads;
import io.github.aspoperator.delivery.Heads;
import io.github.aspoperator.delivery.Lags;
import io.github.aspoperator.identity.Credentials;
import io.github.aspoperator.identity.Owners;
import io.github.aspoperator.identity.RandomIds;
import io.github.aspoperator.identity.SessionId;
import io.github.aspoperator.identity.Tickets;
import io.github.aspoperator.job.Job;
import io.github.aspoperator.job.Jobs;
import io.github.aspoperator.operator.Ports;
import io.github.aspoperator.presence.Presences;
import io.github.aspoperator.session.Idempotency;
import io.github.aspoperator.session.SessionIndex;
import io.github.aspoperator.session.SessionLog;
import io.github.aspoperator.simulation.engine.Draw;
import io.github.aspoperator.simulation.engine.Scheduler;
import io.github.aspoperator.simulation.part.Calls;
import io.github.aspoperator.simulation.part.Faults;
import io.github.aspoperator.simulation.part.Races;
import io.github.aspoperator.testkit.Home;
import io.github.aspoperator.trust.Agents;
import io.github.aspoperator.trust.Allowlists;
import io.github.aspoperator.trust.Blocks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The adapters on modelled tables, for real threads: a call at a time. */
final class ModelHome implements Home {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "ASP_LOG_TABLE", "log",
          "ASP_AGENTS_TABLE", "agents",
          "ASP_DELIVERY_TABLE", "delivery",
          "ASP_CONNECTIONS_URL", "https://connections.invalid/connect");

  private final Set<SessionId> rung = ConcurrentHashMap.newKeySet();
  private final DynamoDbClient client;
  private Ports ports;

  ModelHome() {
    Draw draw = new Draw(1);
    Faults none = new Faults(draw, 0, 0, Set.of());
    Store store = new Store(System::currentTimeMillis, new Races(), this::ring);
    Calls calls = new Calls(new Scheduler(draw, 0, 0, _ -> {}), none, draw);
    this.client = oneAtATime(new ModelDynamo(store, calls, none));
    this.ports = start();
  }

  private void ring(Map<String, AttributeValue> item) {
    rung.add(CommitItem.session(Item.of(item)));
  }

  private static DynamoDbClient oneAtATime(DynamoDbClient model) {
    Object lock = new Object();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            ModelHome.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (_, method, arguments) -> {
              synchronized (lock) {
                try {
                  return method.invoke(model, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }
            });
  }

  private Ports start() {
    Surroundings here =
        new Surroundings(
            new OnlyTables(client),
            new VirtualThreads(),
            System::currentTimeMillis,
            new RandomIds(System::currentTimeMillis));
    return new Aws(new Settings(SETTINGS), here).ports();
  }

  private record OnlyTables(DynamoDbClient dynamo) implements Services {
    @Override
    public SqsClient sqs() {
      throw new UnsupportedOperationException("tables only");
    }

    @Override
    public SecretsManagerClient secrets() {
      throw new UnsupportedOperationException("tables only");
    }

    @Override
    public ApiGatewayManagementApiClient connections() {
      throw new UnsupportedOperationException("tables only");
    }
  }

  @Override
  public SessionLog log() {
    return ports.log();
  }

  @Override
  public Idempotency idempotency() {
    return ports.idempotency();
  }

  @Override
  public SessionIndex index() {
    return ports.index();
  }

  @Override
  public Heads heads() {
    return ports.heads();
  }

  @Override
  public Lags lags() {
    return ports.lags();
  }

  @Override
  public Presences presences() {
    return ports.presences();
  }

  @Override
  public Jobs jobs() {
    throw new UnsupportedOperationException("tables only");
  }

  @Override
  public Agents agents() {
    return ports.agents();
  }

  @Override
  public Allowlists allowlists() {
    return ports.allowlists();
  }

  @Override
  public Blocks blocks() {
    return ports.blocks();
  }

  @Override
  public Credentials credentials() {
    return ports.credentials();
  }

  @Override
  public Owners owners() {
    return ports.owners();
  }

  @Override
  public Tickets tickets() {
    return ports.tickets();
  }

  @Override
  public Set<SessionId> rung() {
    return Set.copyOf(rung);
  }

  @Override
  public long now() {
    return System.currentTimeMillis();
  }

  @Override
  public List<Job> work(long now, Predicate<Job> done) {
    throw new UnsupportedOperationException("tables only");
  }

  @Override
  public boolean isDurable() {
    return true;
  }

  /** Nothing that a process remembers may count. */
  @Override
  public void restart() {
    ports = start();
  }

  @Override
  public void close() {}
}
