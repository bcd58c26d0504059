package io.github.aspoperator.bed;

import io.github.aspoperator.bed.client.BedAgent;
import io.github.aspoperator.bed.client.Http;
import io.github.aspoperator.bed.dynamo.Clients;
import io.github.aspoperator.bed.dynamo.Engine;
import io.github.aspoperator.bed.dynamo.Tables;
import io.github.aspoperator.bed.endpoint.AwsEndpoint;
import io.github.aspoperator.bed.endpoint.CutException;
import io.github.aspoperator.bed.endpoint.Forwarding;
import io.github.aspoperator.bed.endpoint.Permissions;
import io.github.aspoperator.bed.endpoint.ServiceCall;
import io.github.aspoperator.bed.gateway.Gateway;
import io.github.aspoperator.bed.gateway.SocketApi;
import io.github.aspoperator.bed.lambda.Lambda;
import io.github.aspoperator.bed.lambda.Modes;
import io.github.aspoperator.bed.ledger.Ledger;
import io.github.aspoperator.bed.queues.Queues;
import io.github.aspoperator.bed.secrets.Secrets;
import io.github.aspoperator.bed.sources.Sources;
import io.github.aspoperator.bed.template.EdgeSpec;
import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.Template;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** The stack of a template, running: until it is closed, its URL is an operator's. */
public final class Bed implements AutoCloseable {

  private static final String REGION = "eu-central-1";

  /** The variable that names the operator's token in Secrets Manager. */
  private static final String ADMIN_SECRET = "ASP_ADMIN_SECRET";

  private final Deque<AutoCloseable> running;
  private final Ledger ledger = new Ledger();
  private final Template template;
  private final Gateway gateway;
  private final DynamoDbClient tables;
  private final Queues queues;
  private final Secrets secrets;
  private final Addresses addresses;
  private final Lambda lambda;
  private final AwsEndpoint endpoint;
  private final SocketApi sockets;
  private final Sources sources;

  private Bed(BedOptions options, Deque<AutoCloseable> parts) {
    running = parts;
    Names names = new Names("bed" + HexFormat.of().toHexDigits(random(), 8), REGION);
    template = Template.read(options.template(), names, parameters(options));
    gateway = keep(new Gateway(options.port()));
    Engine engine = Engine.get();
    tables = keep(Clients.tables(engine.uri(), REGION));
    new Tables(tables).warm(names.stack() + "-warm");
    new Tables(tables).create(template.tables());
    keep(() -> new Tables(tables).delete(template.tables()));
    queues = keep(Queues.start(names, template.queues()));
    secrets = new Secrets(template.secrets());
    addresses = new Addresses(names, template.socketApi(), gateway.services(), queues, secrets);
    Modes modes = keep(modes(options));
    lambda = keep(new Lambda(template.functions(), names, modes, addresses, ledger));
    endpoint = new AwsEndpoint(ledger, lambda::functionOf, new Permissions(template));
    HttpClient client = keep(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    endpoint.serve("DynamoDB", new Forwarding(client, engine.uri()));
    endpoint.serve("SQS", new Forwarding(client, queues.uri()));
    endpoint.serve("SecretsManager", secrets);
    sockets = gateway.start(template, edge(addresses), lambda, endpoint, options.clock());
    DynamoDbStreamsClient streams = keep(Clients.streams(engine.uri(), REGION));
    sources =
        keep(
            new Sources(
                template, new Tables(tables), streams, lambda, queues, options.retrySeconds()));
    keep(lambda::rest);
    sources.start(options.keepsTime());
  }

  /** Starts everything; throws where the template cannot be made. */
  public static Bed start(BedOptions options) {
    Deque<AutoCloseable> parts = new ArrayDeque<>();
    try {
      return new Bed(options, parts);
    } catch (RuntimeException | LinkageError e) {
      stop(parts);
      throw e;
    }
  }

  /** The base URL of the operator, for agents and owners. */
  public URI url() {
    return gateway.url();
  }

  /** The operator's token. */
  public String adminToken() {
    return template.functions().stream()
        .map(function -> function.environment().get(ADMIN_SECRET))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .flatMap(secrets::value)
        .orElseThrow(() -> new IllegalStateException("no function has " + ADMIN_SECRET));
  }

  /** Registers an agent, whom anybody may reach. */
  public BedAgent agent(String handle) {
    String body = "{\"handle\":\"" + handle + "\",\"policy\":\"open\"}";
    String token =
        new Http(url(), adminToken())
            .call("POST", "/_admin/agents", body)
            .expect(201)
            .body()
            .path("token")
            .asText();
    return new BedAgent(url(), handle, token);
  }

  /** The variables of a function as an instance gets them. */
  public Map<String, String> environment(String functionId) {
    return template.functions().stream()
        .filter(function -> function.id().equals(functionId))
        .map(function -> addresses.of(function, "bed"))
        .findFirst()
        .orElseThrow();
  }

  /** What the template says. */
  public Template template() {
    return template;
  }

  /** What happened. */
  public Ledger ledger() {
    return ledger;
  }

  /** The functions: to invoke, to kill, to disturb. */
  public Lambda lambda() {
    return lambda;
  }

  /** The services as functions see them: to disturb. */
  public AwsEndpoint services() {
    return endpoint;
  }

  /** The clients' connections: to break, to expire. */
  public SocketApi sockets() {
    return sockets;
  }

  /** What feeds functions: to disturb, to fire. */
  public Sources sources() {
    return sources;
  }

  /** The queues: to look into. */
  public Queues queues() {
    return queues;
  }

  /** The tables: to look into. */
  public DynamoDbClient tables() {
    return tables;
  }

  /**
   * Kills the instance that makes {@code call}, in the middle of it; for a fault to throw what this
   * returns, before the call took effect or after.
   */
  public CutException kill(ServiceCall call) {
    kill(call.caller());
    return new CutException();
  }

  /** Kills an instance, by its name, wherever it is. */
  public void kill(String instance) {
    endpoint.cut(instance);
    lambda.kill(instance);
  }

  private EdgeSpec edge(Addresses addresses) {
    EdgeSpec edge = template.edge();
    return new EdgeSpec(
        edge.socketPath(),
        here(edge.httpHeaders(), addresses),
        here(edge.socketHeaders(), addresses));
  }

  private static Map<String, String> here(Map<String, String> headers, Addresses addresses) {
    Map<String, String> result = new HashMap<>();
    headers.forEach((name, value) -> result.put(name, addresses.here(value)));
    return result;
  }

  /** What must be given and is of no matter here. */
  private static Map<String, String> parameters(BedOptions options) {
    Map<String, String> values = new HashMap<>(Map.of("Release", "bed"));
    values.putAll(options.parameters());
    return values;
  }

  private Modes modes(BedOptions options) {
    return new Modes(options.inProcess(), options.processes());
  }

  private static int random() {
    return ThreadLocalRandom.current().nextInt();
  }

  private <T extends AutoCloseable> T keep(T part) {
    running.push(part);
    return part;
  }

  @Override
  public void close() {
    stop(running);
  }

  /** Stops what was started last first. */
  private static void stop(Deque<AutoCloseable> running) {
    @Nullable RuntimeException trouble = null;
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        trouble = new IllegalStateException("a part of the bed does not stop", e);
      }
    }
    if (trouble != null) {
      throw trouble;
    }
  }
}
