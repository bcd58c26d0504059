package io.github.aspoperator.bed.queues;

import io.github.aspoperator.bed.template.Names;
import io.github.aspoperator.bed.template.QueueSpec;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.jdk.javaapi.FutureConverters;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ with the template's queues. */
public final class Queues implements AutoCloseable {

  /** Longer than any long poll. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long MOST_STOPPING_SECONDS = 5;

  private final SQSRestServer server;
  private final URI uri;
  private final SqsClient client;

  private Queues(SQSRestServer server, URI uri, SqsClient client) {
    this.server = server;
    this.uri = uri;
    this.client = client;
  }

  /** Starts it, on a free port of this machine, and makes the queues. */
  public static Queues start(Names names, List<QueueSpec> queues) {
    SQSRestServer server =
        SQSRestServerBuilder.withInterface("127.0.0.1")
            .withDynamicPort()
            .withAWSRegion(names.region())
            .withAWSAccountId(Names.ACCOUNT)
            .start();
    int port = server.waitUntilStarted().localAddress().getPort();
    URI uri = URI.create("http://127.0.0.1:" + port);
    SqsClient client =
        SqsClient.builder()
            .endpointOverride(uri)
            .region(Region.of(names.region()))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("bed", "bed")))
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE))
            .build();
    Queues started = new Queues(server, uri, client);
    started.create(queues);
    return started;
  }

  /** Where it answers. */
  public URI uri() {
    return uri;
  }

  /** A client of it, for the bed's own calls. */
  public SqsClient client() {
    return client;
  }

  /** The URL of the queue of that name. */
  public String url(String name) {
    return uri + "/" + Names.ACCOUNT + "/" + name;
  }

  /** How many messages a queue has, those included that are hidden or delayed. */
  public int size(String name) {
    Map<QueueAttributeName, String> attributes =
        client
            .getQueueAttributes(r -> r.queueUrl(url(name)).attributeNames(QueueAttributeName.ALL))
            .attributes();
    return count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)
        + count(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
  }

  private static int count(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
    return Integer.parseInt(attributes.getOrDefault(name, "0"));
  }

  /** Dead letters first: a queue can only name one that is there. */
  private void create(List<QueueSpec> queues) {
    List<QueueSpec> inOrder = new ArrayList<>(queues);
    inOrder.sort((a, b) -> Boolean.compare(a.redrive().isPresent(), b.redrive().isPresent()));
    inOrder.forEach(this::create);
  }

  private void create(QueueSpec queue) {
    Map<QueueAttributeName, String> attributes = new EnumMap<>(QueueAttributeName.class);
    attributes.put(
        QueueAttributeName.VISIBILITY_TIMEOUT, Integer.toString(queue.visibilitySeconds()));
    attributes.put(QueueAttributeName.DELAY_SECONDS, Integer.toString(queue.delaySeconds()));
    if (queue.fifo()) {
      attributes.put(QueueAttributeName.FIFO_QUEUE, "true");
      attributes.put(
          QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
          Boolean.toString(queue.contentDeduplication()));
    }
    queue
        .redrive()
        .ifPresent(to ->
            attributes.put(
                QueueAttributeName.REDRIVE_POLICY,
                "{\"deadLetterTargetArn\":\""
                    + to.deadLetterArn()
                    + "\",\"maxReceiveCount\":"
                    + to.maxReceives()
                    + "}"));
    client.createQueue(r -> r.queueName(queue.name()).attributes(attributes));
  }

  @Override
  public void close() {
    client.close();
    // a long poll that nobody waits for any more holds it up for a while, and nothing else
    var stopping = FutureConverters.asJava(server.stopAndGetFuture().apply()).toCompletableFuture();
    stopping.completeOnTimeout("late", MOST_STOPPING_SECONDS, TimeUnit.SECONDS).join();
  }
}
